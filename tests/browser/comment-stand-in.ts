import { createServer, type Server } from 'node:http';

/** What a stand-in for an endpoint answers, and after how long. */
export interface StandInAnswer {
  status: number;
  body: object;
  /** Milliseconds. */
  delay?: number;
}

/** An endpoint on loopback that answers as a test says, and keeps what it got. */
export class CommentStandIn {
  answer: StandInAnswer = { status: 200, body: { ok: true, id: 'a' } };
  readonly received: { fields: Record<string, string>; accept: string }[] = [];
  /** Paths, with their queries, of pages that were asked for, as a forge gets them. */
  readonly asked: string[] = [];
  #server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (data) => {
      text += data;
    });
    request.on('end', () => {
      if (request.method === 'GET') {
        this.asked.push(request.url ?? '');
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>New file</title>');
        return;
      }
      const { accept = '', origin = '' } = request.headers;
      this.received.push({ fields: Object.fromEntries(new URLSearchParams(text)), accept });
      const { status, body, delay = 0 } = this.answer;
      const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': origin };
      setTimeout(() => response.writeHead(status, headers).end(JSON.stringify(body)), delay);
    });
  });

  /** @returns the address of the endpoint */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const bound = this.#server.address();
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/comments`;
  }

  /** Forgets what it got, and takes everything again. */
  reset(): void {
    this.received.length = this.asked.length = 0;
    this.answer = { status: 200, body: { ok: true, id: 'a' } };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
