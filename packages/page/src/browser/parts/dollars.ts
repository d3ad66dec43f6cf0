/** `$1,234`. */
export const dollars = (usd: number): string => `$${Math.round(usd).toLocaleString('en-US')}`;
