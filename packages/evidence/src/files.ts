import type { Problem } from '@bizflow/kernel';
import type { Proof } from '@bizflow/proofs';
import { regulations } from '@bizflow/region-catalog';
import { type AnsweredLaw, answeredLaw } from './answered.ts';
import { answers } from './answers.ts';
import { dutyRules, lostLineRules } from './duty-rules.ts';
import { evidenceFolder, lawFolder } from './evidence-folder.ts';
import { lawSheets, writtenSheets } from './laws/laws.ts';
import type { Looked } from './looked.ts';
import { catalogOf } from './oscal/catalog.ts';
import { componentDefinitionOf } from './oscal/component-definition.ts';
import type { Undated } from './oscal/document.ts';
import { lawPage } from './page/law-page.ts';
import { otherPage } from './page/other-page.ts';
import { type LawEvidence, overview } from './page/overview.ts';
import { type OtherPeople, otherPeople } from './people/other-people.ts';
import type { LawRecord } from './record/law-record.ts';
import { recordOf } from './record/record.ts';
import { recordRules } from './record/record-rules.ts';

/** A file of {@link evidenceFolder}: a text, an object for JSON, or a document that still needs its date. */
export interface EvidenceFile {
  readonly path: string;
  readonly body: string | object | Undated;
}

/** What is written for auditors, and why it cannot be. */
export interface Evidence {
  readonly files: readonly EvidenceFile[];
  readonly problems: readonly Problem[];
}

/** The evidence of every law of the catalog whose people are placed, and of everyone else. Pure: the same facts, proofs and texts give the same. */
export function evidenceOf(proofs: readonly Proof[], looked: Looked): Evidence {
  const laws = Object.values(lawSheets)
    .map((sheet) => answeredLaw(sheet, proofs, looked))
    .map((law): LawEvidence => ({ law, record: recordOf(law, looked) }))
    .filter(({ record }) => record.people.length > 0);
  const others = otherPeople(proofs, looked);
  return {
    files: [
      { path: `${evidenceFolder}/README.md`, body: overview(laws, others.record) },
      ...laws.flatMap(({ law, record }) => filesOf(law, record)),
      ...otherFiles(others),
    ],
    problems: [
      ...dutyRules(Object.values(writtenSheets), answers),
      ...recordRules(looked.fleet),
      ...lostLineRules(laws.flatMap(({ law }) => law.lost)),
    ],
  };
}

const filesOf = (law: AnsweredLaw, record: LawRecord): readonly EvidenceFile[] => {
  const folder = lawFolder(law.sheet.law);
  return [
    { path: `${folder}/README.md`, body: lawPage(law, record) },
    { path: `${folder}/record.json`, body: recordFile(law, record) },
    { path: `${folder}/catalog.oscal.json`, body: catalogOf(law) },
    { path: `${folder}/component-definition.oscal.json`, body: componentDefinitionOf(law) },
  ];
};

const otherFiles = (others: OtherPeople): readonly EvidenceFile[] => {
  const folder = `${evidenceFolder}/other-countries`;
  return [
    { path: `${folder}/README.md`, body: otherPage(others) },
    { path: `${folder}/record.json`, body: { ...apiVersion, law: null, ...others.record } },
  ];
};

const apiVersion = { apiVersion: 'evidence.bizflow.app/v1' };

const recordFile = ({ sheet }: AnsweredLaw, record: LawRecord): object => ({
  ...apiVersion,
  law: sheet.law,
  title: regulations[sheet.law].title,
  record: sheet.record,
  compared: sheet.compared,
  confirmed: sheet.confirmed,
  ...record,
});
