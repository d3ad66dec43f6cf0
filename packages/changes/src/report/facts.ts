import type { ChangedFact } from './report.ts';

/** So many facts of one constant that come or go are one line. */
const many = 3;

/** Changed facts, a line each; a constant that comes or goes whole is one line. */
export const foldedFacts = (facts: readonly ChangedFact[]): readonly string[] => {
  const groups = Map.groupBy(facts, ({ at, path, before, after }) => {
    const verb = before === 'none' ? 'new' : after === 'none' ? 'gone' : 'changed';
    return JSON.stringify([at.replace(/:\d+$/, ''), path.split(/[.[]/)[0], verb]);
  });
  return [...groups].flatMap(([key, all]) => {
    const [, constant, verb] = JSON.parse(key) as [string, string, string];
    const [first] = all;
    if (first === undefined || all.length <= many) return all.map(line);
    return [`${constant}: ${all.length} facts are ${verb}  (${first.at})`];
  });
};

const line = ({ at, path, before, after }: ChangedFact): string =>
  `${path} = ${before} -> ${after}  (${at})`;
