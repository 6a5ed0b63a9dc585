/** The most that each field of a comment may have, in characters. Sent to readers with the form's script. */
export const limits = {
  name: 80,
  email: 254, // RFC 5321: the longest address that mail can reach
  website: 300,
  quote: 500,
  text: 10_000,
  block: 200,
  address: 2_000,
} as const;
