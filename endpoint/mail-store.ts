import { spawn } from 'node:child_process';
import { type Store, type StoredSubmission, StoreError } from './store.ts';

/** How long the mail program may take, in milliseconds, and its code for “try again later” (EX_TEMPFAIL). */
const mailTime = 10_000;
const tryLater = 75;

/**
 * A store that mails each submission to the author: to read, and as the file `submission.json` to import. A repeated
 * submission is mailed again with the same `Message-ID`.
 * @param program a `sendmail`, called with `-t -i`
 */
export function mailStore(program: string, to: string): Store {
  return {
    save: (submission) =>
      new Promise((done, fail) => {
        const child = spawn(program, ['-t', '-i'], {
          stdio: ['pipe', 'ignore', 'ignore'],
          timeout: mailTime,
        });
        child.once('error', (error) => fail(new StoreError('unavailable', error)));
        child.stdin.once('error', () => {}); // a program that ends early; its exit code says why
        child.once('close', (code) => {
          if (code === 0) done();
          else
            fail(new StoreError(code === tryLater ? 'busy' : 'unavailable', `sendmail ended with ${code}`));
        });
        child.stdin.end(messageOf(submission, to));
      }),
    close() {},
  };
}

/** The message as RFC 5322 wants it. Nothing a reader wrote stands in a header but a checked ASCII e-mail address. */
export function messageOf(submission: StoredSubmission, to: string): string {
  const { id, received, email } = submission;
  const boundary = `stet-${id.slice(0, 32)}`;
  const readable = Object.entries(submission)
    .map(([name, value]) => (name === 'comment' ? `\n${value}\n` : `${name}: ${value ?? ''}`))
    .join('\n');
  const replyTo = /^[\w.+-]+@[\w.-]+$/.test(email) ? [`Reply-To: ${email}`] : [];
  return [
    `To: ${to}`,
    ...replyTo,
    'Subject: A comment has arrived',
    `Date: ${new Date(received).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@stet-comments.invalid>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(readable),
    `--${boundary}`,
    'Content-Type: application/json; charset=utf-8',
    'Content-Disposition: attachment; filename="submission.json"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(JSON.stringify(submission, null, 2)),
    `--${boundary}--`,
    '',
  ].join('\n'); // as sendmail takes it; it makes the line ends that mail needs
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n').trimEnd();
}
