/** Proves one sentence, and prints it with the figures that come of it. */
export async function check(sentence: string, prove: () => unknown): Promise<void> {
  try {
    const figures = await prove();
    console.log(`ok  ${sentence}${typeof figures === 'string' && figures ? `: ${figures}` : ''}`);
  } catch (error) {
    throw new Error(`${sentence}\n${error instanceof Error ? error.message : error}`);
  }
}

/** The same without figures. */
export const silent = (prove: () => unknown) => async () => {
  await prove();
};
