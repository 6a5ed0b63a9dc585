/** A website as it may be linked: `https://` is added where no scheme was written. Null where it is no address. */
export function webAddress(text: string): string | null {
  const full = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (/[\s<>"]/.test(full) || !URL.canParse(full)) return null;
  const { protocol, hostname, username, password } = new URL(full);
  return /^https?:$/.test(protocol) && /.\../.test(hostname) && username + password === '' ? full : null;
}
