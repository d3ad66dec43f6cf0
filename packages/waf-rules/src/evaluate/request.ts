/** A request as WAF meets it. */
export interface Request {
  readonly method: string;
  /** The path and query as they were sent, undecoded: `/a%20b?c=d`. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly source: {
    /** The address of the connection, IPv4 or IPv6; never one that a header claims. */
    readonly address: string;
    /** Its country as WAF's own database has it; `null` where WAF knows none. */
    readonly country: string | null;
  };
  /** Labels that AWS's managed groups would add, if they are asked: their rules are AWS's own. */
  readonly managedLabels: readonly string[];
  /**
   * Whether these are all labels that they would add, as in a log of AWS or by a test's assumption.
   * Otherwise a group of which no label is here may find anything.
   */
  readonly isJudged: boolean;
  /** Seconds on a clock of the caller's; only rate limits look at it. */
  readonly at: number;
}

/** The raw path of a request. */
export const pathOf = ({ target }: Request): string => target.split('?', 1)[0] ?? '';

/** The raw query, without its question mark. */
export const queryOf = ({ target }: Request): string =>
  target.slice(pathOf({ target } as Request).length + 1);

/** A header's value, whatever the case of its name; WAF leaves a missing one unmatched. */
export const headerOf = ({ headers }: Request, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
