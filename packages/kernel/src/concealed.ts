// Credentials that their form gives away: a private key, keys and tokens of AWS, GitHub, GitLab, Slack, Stripe, Google
// and Twilio, a JSON Web Token, the password in a URL.
const credentials = new RegExp(
  [
    '-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*',
    '\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b',
    '\\b(?:gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|[rs]k_live_)[\\w-]{10,}',
    '\\bAIza[\\w-]{35}\\b',
    '\\bSK[0-9a-f]{32}\\b',
    '\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}(?:\\.[\\w-]+)?',
    '(?<=://[^\\s:@/]*:)[^\\s@/]+(?=@)',
  ].join('|'),
  'g',
);

/** A quarter of a credential, at most its first four characters, and how long it is. */
export const cut = (credential: string): string =>
  `${credential.slice(0, Math.min(4, credential.length / 4))}... (credential of ${credential.length} characters)`;

/** A text in which what looks like a credential is {@link cut}: messages are printed, logged and kept. */
export const concealed = (text: string): string => text.replace(credentials, cut);
