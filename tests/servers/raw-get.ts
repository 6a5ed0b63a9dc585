import { request } from 'node:http';

/** An answer as it came over the wire: no redirect followed, nothing decompressed. */
export interface Answer {
  status: number;
  /** By lower-case name; values of a repeated header are joined, as browsers join them. */
  headers: Record<string, string>;
  body: Buffer;
}

export function rawGet(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headersDistinct).map(([name, values]) => [
              name,
              values?.join(', ') ?? '',
            ]),
          ),
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}
