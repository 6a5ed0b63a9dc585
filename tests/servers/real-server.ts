import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../src/commands/serve.ts';
import { caddy } from '../../src/publish/hosts/caddy.ts';
import { nginx } from '../../src/publish/hosts/nginx.ts';

/** A server that is running on a loopback port of its own. */
export interface Running {
  /** Where the site begins, with a slash at the end. */
  address: string;
  stop(): Promise<void>;
}

/** One kind of server that people put a site on. */
export interface RealServer {
  name: string;
  /** Null where it is not installed. */
  start: ((folder: string, mount: string) => Promise<Running>) | null;
  /** Sends our headers. */
  headers: boolean;
  /** Sends our 404 page. */
  lostPage: boolean;
  /** Sends the files that were compressed ahead. */
  encodings: readonly string[];
}

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const apacheModules = '/usr/lib/apache2/modules';

export const servers: readonly RealServer[] = [
  {
    name: 'nginx',
    start: installed('/usr/sbin/nginx', startNginx),
    headers: true,
    lostPage: true,
    encodings: existsSync(brotliModule) ? ['br', 'gzip'] : ['gzip'],
  },
  {
    name: 'Caddy',
    start: installed('/usr/bin/caddy', startCaddy),
    headers: true,
    lostPage: true,
    encodings: ['br', 'gzip'],
  },
  {
    name: 'Apache',
    start: installed('/usr/sbin/apache2', startApache),
    headers: true,
    lostPage: true,
    encodings: ['br', 'gzip'],
  },
  {
    name: 'python3 -m http.server',
    start: installed('/usr/bin/python3', startPython),
    headers: false,
    lostPage: false,
    encodings: [],
  },
  { name: 'npm start', start: startOurs, headers: true, lostPage: true, encodings: [] },
];

function installed(program: string, start: NonNullable<RealServer['start']>): RealServer['start'] {
  return existsSync(program) ? start : null;
}

async function startNginx(folder: string, mount: string): Promise<Running> {
  const own = ownFolder();
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const brotli = existsSync(brotliModule);
  writeFileSync(join(own, 'site.conf'), nginx({ name: '127.0.0.1', listen, mount, folder }, brotli));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${own}/${kind};`,
  );
  writeFileSync(
    join(own, 'nginx.conf'),
    `${brotli ? `load_module ${brotliModule};` : ''}
${userInfo().uid === 0 ? 'user root;' : ''}
daemon off; pid ${own}/pid; error_log ${own}/errors; worker_processes 2;
events {}
http { include /etc/nginx/mime.types; access_log off; keepalive_requests 1000000000; ${paths.join(' ')} include ${own}/site.conf; }
`,
  );
  return running(spawn('/usr/sbin/nginx', ['-c', join(own, 'nginx.conf'), '-p', own]), port, mount, own);
}

async function startCaddy(folder: string, mount: string): Promise<Running> {
  const own = ownFolder();
  const port = await freePort();
  const site = caddy({ name: `http://127.0.0.1:${port}`, listen: '', mount, folder });
  writeFileSync(join(own, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const args = ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'];
  const env = { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
  return running(spawn('/usr/bin/caddy', args, { env }), port, mount, own);
}

async function startApache(folder: string, mount: string): Promise<Running> {
  const own = ownFolder();
  const port = await freePort();
  const modules = ['mpm_event', 'authz_core', 'dir', 'alias', 'mime', 'headers', 'rewrite'];
  writeFileSync(
    join(own, 'httpd.conf'),
    `ServerRoot ${own}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${own}/pid
DefaultRuntimeDir ${own}
ErrorLog ${own}/errors
${userInfo().uid === 0 ? 'User www-data\nGroup www-data' : ''}
${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot "${mount === '/' ? folder : own}"
${mount === '/' ? '' : `Alias ${mount.slice(0, -1)} "${folder}"`}
<Directory "${folder}">
  AllowOverride FileInfo
  Options FollowSymLinks
  Require all granted
</Directory>
`,
  );
  const args = ['-f', join(own, 'httpd.conf'), '-DFOREGROUND'];
  return running(spawn('/usr/sbin/apache2', args), port, mount, own);
}

async function startPython(folder: string, mount: string): Promise<Running> {
  const own = ownFolder();
  const port = await freePort();
  const top = mount === '/' ? folder : own;
  if (top === own) {
    const link = join(own, mount.slice(1, -1));
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(folder, link);
  }
  const args = ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', top, String(port)];
  return running(spawn('/usr/bin/python3', args, { stdio: 'ignore' }), port, mount, own);
}

async function startOurs(folder: string, mount: string): Promise<Running> {
  const { address, server } = await serve(folder, mount, await freePort());
  return {
    address,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits until the server answers. It is ended by its own id. */
async function running(process: ChildProcess, port: number, mount: string, own: string): Promise<Running> {
  const address = `http://127.0.0.1:${port}${mount}`;
  let output = '';
  process.stderr?.on('data', (data) => {
    output += data;
  });
  process.stdout?.resume();
  const ended = new Promise<void>((done) => process.once('close', () => done()));
  for (let tries = 0; tries < 100; tries += 1) {
    if (process.exitCode !== null) throw new Error(`The server ended at once: ${output}`);
    if (await fetch(address).then(Boolean, () => false)) break;
    await pause(50);
  }
  return {
    address,
    stop: async () => {
      process.kill('SIGTERM');
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-server-'));
  chmodSync(folder, 0o755); // Apache serves as a user of its own
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
