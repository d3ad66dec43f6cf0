/** One thing the audit looks for: a query of object, definition (for a review) and detail. */
export interface Finding {
  readonly code: string;
  readonly query: string;
}

/** A finding that no review can permit. */
export const refused = (code: string, object: string, detail: string, from: string): Finding => ({
  code,
  query: `SELECT '${code}', ${object}, NULL, ${detail}\n  ${from}`,
});

/** A finding that a review of exactly this definition permits. */
export const reviewable = (
  code: string,
  object: string,
  definition: string,
  detail: string,
  from: string,
): Finding => ({
  code,
  query: `SELECT '${code}', ${object}, md5(${definition}), ${detail}\n  ${from}`,
});
