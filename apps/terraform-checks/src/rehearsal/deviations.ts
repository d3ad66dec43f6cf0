import { type Problem, problem } from '@bizflow/kernel';

/** At which step a resource does not do on moto what it does on AWS. */
export type Step = 'create' | 'refresh' | 'change' | 'destroy';

/** One resource that does not pass a step, and what the provider or the second plan says. */
export interface Deviation {
  readonly step: Step;
  readonly type: string;
  readonly address: string;
  readonly message: string;
}

/** A type of resource that moto is known not to do, and the words by which it is recognized. */
export interface Known {
  readonly step: Step;
  readonly type: string;
  /** A part of the provider's message, or the attributes that the second plan would change. */
  readonly message: string;
  readonly why: string;
  /** What moto does in one order or root and not in another is not missed when it does not occur. */
  readonly sometimes?: boolean;
}

const matches = (known: Known, { step, type, message }: Deviation): boolean =>
  known.step === step && known.type === type && message.includes(known.message);

/** Deviations that no one listed, and listed ones that no longer occur among the rehearsed types. */
export const rehearsalRules = (
  deviations: readonly Deviation[],
  known: readonly Known[],
  rehearsed: ReadonlySet<string>,
): readonly Problem[] => [
  ...deviations
    .filter((one) => !known.some((entry) => matches(entry, one)))
    .map(({ step, type, address, message }) =>
      problem({
        code: 'DEVIATION',
        at: address,
        value: `${step} ${type}`,
        reason: message,
        remedy: 'fix it, or list it with the text that was printed',
      }),
    ),
  ...known
    .filter(({ type, sometimes }) => rehearsed.has(type) && sometimes !== true)
    .filter((entry) => !deviations.some((one) => matches(entry, one)))
    .map(({ step, type, message }) =>
      problem({
        code: 'DEVIATION_STALE',
        at: type,
        value: `${step}: ${message}`,
        reason: 'no longer occurs',
        remedy: 'delete the entry',
      }),
    ),
];
