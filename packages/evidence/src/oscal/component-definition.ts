import type { Proof } from '@bizflow/proofs';
import { regulations } from '@bizflow/region-catalog';
import type { AnsweredDuty, AnsweredLaw } from '../answered.ts';
import type { EvidenceLine } from '../line.ts';
import { controlId } from './catalog.ts';
import { document, nameSpace, type Undated } from './document.ts';
import { idOf } from './ids.ts';

/** Where the files of one law are, seen from the repository: as many steps up lead back. */
const up = '../../../';

/**
 * What the platform does about the duties of a law: one component is the platform, and one is each proof. A duty
 * that is open is not an implemented requirement: the catalog has it, and nothing here answers to it.
 */
export const componentDefinitionOf = (law: AnsweredLaw): Undated => {
  const { sheet, duties } = law;
  const met = duties.filter(({ state }) => state !== 'open');
  const proofs = new Map(met.flatMap((duty) => duty.proofs).map((proof) => [proof.proof, proof]));
  const files = [...new Set(met.flatMap(({ lines }) => lines.map(({ file }) => file)))].toSorted();
  return document(
    'component-definition',
    sheet.law,
    `${regulations[sheet.law].title}: what the BizFlow platform shows`,
    {
      components: [platform(law, met), ...[...proofs.values()].map((one) => validation(law, one))],
      ...(files.length === 0
        ? {}
        : { 'back-matter': { resources: files.map((file) => resource(sheet.law, file)) } }),
    },
  );
};

const platform = ({ sheet: { law }, duties }: AnsweredLaw, met: readonly AnsweredDuty[]) => ({
  uuid: idOf(law, 'component', 'platform'),
  type: 'service',
  title: 'BizFlow platform',
  description: 'The clusters, networks and stores of BizFlow in production, as they are rendered.',
  ...(met.length === 0
    ? {}
    : {
        'control-implementations': [
          {
            uuid: idOf(law, 'controls'),
            source: 'catalog.oscal.json',
            description: `${met.length} of ${duties.length} duties are shown by proofs, some in part. The others are open, and are not listed here.`,
            'implemented-requirements': met.map((duty) => requirement(law, duty)),
          },
        ],
      }),
});

const requirement = (law: string, duty: AnsweredDuty) => ({
  uuid: idOf(law, 'requirement', duty.id),
  'control-id': controlId(law, duty),
  description: duty.says ?? '',
  props: [
    { name: 'implementation-status', value: duty.state === 'proved' ? 'implemented' : 'partial' },
    ...duty.proofs.map(({ proof }) => ({ name: 'proof', ns: nameSpace, value: proof })),
  ],
  links: [
    ...duty.proofs.map(({ proof }) => ({
      href: `#${idOf(law, 'component', proof)}`,
      rel: 'validation',
      text: `proof ${proof}`,
    })),
    ...duty.lines.map((line) => link(law, line)),
  ],
  'responsible-roles': [{ 'role-id': duty.owner }],
  ...(duty.open === null ? {} : { remarks: `Open: ${duty.open}` }),
});

const link = (law: string, { file, place, says, value }: EvidenceLine) => ({
  href: `#${idOf(law, 'file', file)}`,
  rel: 'reference',
  // A line of a text is a fragment by RFC 5147, a member of JSON or YAML one by RFC 6901.
  'resource-fragment': place.startsWith('#')
    ? encodeURI(place.slice(1))
    : `line=${Number(place.slice(1)) - 1}`,
  text: `${says}: ${value}`,
});

const validation = ({ sheet: { law } }: AnsweredLaw, proof: Proof) => ({
  uuid: idOf(law, 'component', proof.proof),
  type: 'validation',
  title: `Proof ${proof.proof}`,
  description: `${proof.claim}. \`npm run prove\` tries it on the rendered files.`,
  props: [{ name: 'result', ns: nameSpace, value: proof.holds ? 'holds' : 'fails' }],
  ...(proof.holds ? { remarks: proof.witness.map((line) => `- ${line}`).join('\n') } : {}),
});

const resource = (law: string, file: string) => ({
  uuid: idOf(law, 'file', file),
  title: file,
  rlinks: [{ href: `${up}${file}` }],
});
