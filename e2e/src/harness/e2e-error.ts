/** An error that the user can fix: printed as its message, without a stack trace. */
export class E2eError extends Error {
  override readonly name = 'E2eError';
}

/** The problems that were found, or the error that stopped the search. */
export const problemsOf = (work: Promise<readonly string[]>): Promise<readonly string[]> =>
  work.catch((error: unknown) => {
    if (error instanceof E2eError) return [error.message];
    throw error;
  });
