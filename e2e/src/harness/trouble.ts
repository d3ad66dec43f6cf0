/** Something a person can mend: it is printed as its sentence, never as a stack trace. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** What spoke against something, and also the trouble in which asking may end. */
export const problemsOf = (work: Promise<readonly string[]>): Promise<readonly string[]> =>
  work.catch((error: unknown) => {
    if (error instanceof Trouble) return [error.message];
    throw error;
  });
