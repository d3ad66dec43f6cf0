const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether ISO 3166-1 assigns a code, as Unicode's data in Node says it. */
export const isAssignedCode = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
