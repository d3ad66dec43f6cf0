import type { CountryCode } from '../src/countries.ts';
import type { ResidencyException } from '../src/exceptions.ts';
import type { Move } from '../src/moves/move.ts';
import type { Sheets } from '../src/sheets.ts';
import { exampleCatalog } from './example-catalog.ts';
import { type Place, place } from './place.ts';

/** A place that BizFlow does not serve anyone from yet, in the country of the people of `xx-north-1`. */
export const newcomer: Place = place('xx-south-1', 5, { country: 'AE' });

/** The example places with the newcomer among them; the border where places of the tests become fact sheets. */
export const sheetsWithNewcomer = (): Sheets =>
  structuredClone({ ...exampleCatalog, 'xx-south-1': newcomer }) as unknown as Sheets;

type Told = Omit<Partial<Move>, 'from' | 'to' | 'people' | 'exceptions'> & {
  readonly from?: string;
  readonly to?: string | null;
  readonly people?: readonly string[];
  readonly exceptions?: readonly ResidencyException[];
};

/** The newcomer takes the place of `xx-north-1`, where nothing else is told. */
export const exampleMove = (told: Told = {}): Move =>
  ({
    id: 'north-to-south',
    kind: 'replace',
    from: 'xx-north-1',
    to: 'xx-south-1',
    people: ['AE' satisfies CountryCode],
    data: { by: 'rows' },
    step: 'stand-up',
    exceptions: [],
    confirmations: [],
    ...told,
  }) as unknown as Move;
