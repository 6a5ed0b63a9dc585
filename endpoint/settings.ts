/** How the endpoint is set up; each field comes from a variable of the environment, named here. */
export interface Settings {
  /** `STET_ORIGINS`: the sites whose forms are accepted, with commas between them. Required. */
  origins: string[];
  /** `STET_HOST` and `STET_PORT`: where it listens; 127.0.0.1 and 8787. */
  host: string;
  port: number;
  /** `STET_DATABASE`: the SQLite file; `submissions.sqlite` in systemd's state folder, else in the current folder. */
  database: string;
  /** `STET_DATABASE_PAGES`: the most pages of 4 kB that the file may have; 0, the default, for no limit. */
  pages: number;
  /** `STET_MAIL_TO`: mails each comment to this address instead of storing it. */
  mailTo: string;
  /** `STET_SENDMAIL`: the program that mails; `/usr/sbin/sendmail`. */
  sendmail: string;
  /** `STET_FORWARD_TO` and `STET_FORWARD_AUTHORIZATION`: posts each comment to this address instead of storing it. */
  forwardTo: string;
  forwardAuthorization: string;
  /** `STET_PROXIES`: how many proxies of one's own stand before it and add to `X-Forwarded-For`; 0. */
  proxies: number;
  /** `STET_ADDRESS_HEADER`: on a serverless host, the header in which it names the reader's address; none. */
  addressHeader: string;
  /** `STET_LIMIT` comments from one network in `STET_LIMIT_MINUTES`; 20 in 10. */
  limit: number;
  minutes: number;
  /** `STET_BODY_SECONDS`: how long a form may take to arrive; 20. */
  bodySeconds: number;
}

/**
 * Reads the settings from the environment.
 * @throws Error that lists each variable that is wrong, and what is right
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const text = (name: string, fallback = '') => environment[name]?.trim() || fallback;
  const whole = (name: string, fallback: number, most: number, least = 0) => {
    const value = Number(text(name, String(fallback)));
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push(`${name} is “${text(name)}”. It must be a whole number from ${least} to ${most}.`);
    return value;
  };
  const origins = text('STET_ORIGINS')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const one of origins)
    if (!/^https?:/.test(one) || !URL.canParse(one) || new URL(one).origin !== one)
      problems.push(
        `STET_ORIGINS names “${one}”. An origin has the form https://example.org, without a path.`,
      );
  if (origins.length === 0)
    problems.push('STET_ORIGINS is not set. Name the sites whose forms are accepted: https://example.org');
  const mailTo = text('STET_MAIL_TO');
  if (mailTo && !/^[\w.+-]+@[\w.-]+$/.test(mailTo))
    problems.push(`STET_MAIL_TO is “${mailTo}”. It must be one e-mail address: author@example.org`);
  const forwardTo = text('STET_FORWARD_TO');
  if (forwardTo && !/^https?:/.test(forwardTo))
    problems.push(`STET_FORWARD_TO is “${forwardTo}”. It must be an address: https://example.org/comments`);
  const folder = text('STATE_DIRECTORY', '.');
  const settings: Settings = {
    origins,
    host: text('STET_HOST', '127.0.0.1'),
    port: whole('STET_PORT', 8787, 65_535),
    database: text('STET_DATABASE', `${folder}/submissions.sqlite`),
    pages: whole('STET_DATABASE_PAGES', 0, 4_294_967_294),
    mailTo,
    sendmail: text('STET_SENDMAIL', '/usr/sbin/sendmail'),
    forwardTo,
    forwardAuthorization: text('STET_FORWARD_AUTHORIZATION'),
    proxies: whole('STET_PROXIES', 0, 10),
    addressHeader: text('STET_ADDRESS_HEADER'),
    limit: whole('STET_LIMIT', 20, 65_535, 1),
    minutes: whole('STET_LIMIT_MINUTES', 10, 1_440, 1),
    bodySeconds: whole('STET_BODY_SECONDS', 20, 300, 1),
  };
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return settings;
}
