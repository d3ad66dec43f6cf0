import { askingNothing, instrument } from '../fact-sources/instrument.ts';

/** The code of the program `trial.ts`, with other texts of some sources. */
export const trialProgram = async (instead: Readonly<Record<string, string>>): Promise<string> => {
  const { code } = await instrument('change/trial.ts', { ...askingNothing, instead });
  return code;
};
