import { regulations } from '@bizflow/region-catalog';
import type { AnsweredDuty, AnsweredLaw } from '../answered.ts';
import { document, nameSpace, type Undated } from './document.ts';
import { idOf } from './ids.ts';

/** A duty as OSCAL names a control: the law's code, then the duty's own id. */
export const controlId = (law: string, { id }: Pick<AnsweredDuty, 'id'>): string =>
  `${law.toLowerCase()}_${id}`;

/** The duties of a law as a catalog of controls: what an auditor checks against. */
export const catalogOf = ({ sheet, duties }: AnsweredLaw): Undated =>
  document('catalog', sheet.law, `${regulations[sheet.law].title}: duties`, {
    controls: duties.map((duty) => control(sheet.law, duty)),
    'back-matter': {
      resources: [...new Set(duties.map(({ source }) => source))].map((source) => ({
        uuid: idOf(sheet.law, 'source', source),
        title: 'The text of the law, or of a part of it',
        rlinks: [{ href: source }],
      })),
    },
  });

const control = (law: AnsweredLaw['sheet']['law'], duty: AnsweredDuty) => {
  const id = controlId(law, duty);
  return {
    id,
    title: duty.title,
    props: [
      { name: 'label', value: duty.article },
      { name: 'binds-since', ns: nameSpace, value: duty.since },
    ],
    links: [{ href: `#${idOf(law, 'source', duty.source)}`, rel: 'reference' }],
    parts: [{ id: `${id}_smt`, name: 'statement', prose: duty.asks }],
  };
};
