import { apiHost } from '../../names/hosts.ts';
import { globalRoot } from '../commands.ts';
import { bucketPairs, objectsCopied, objectsMissing } from '../objects.ts';
import { rowsCarried, rowsDigest, rowsIn, rowsOut } from '../rows.ts';
import type { Stage } from '../stage.ts';

/** The page answers the people, so that nothing of theirs changes while the last of it is copied. */
export const hold: Stage = {
  title: 'Hold',
  acts: (places) => {
    const { move, from, to, fleet } = places;
    const lead = {
      what: 'Point the public names of the people at the static page.',
      commands: [globalRoot(from)],
    };
    const [pair] = to === null ? [] : bucketPairs(from, to);
    if (move.data.by !== 'rows' || to === null || pair === undefined) return [lead];
    return [
      lead,
      {
        what: 'Ten minutes later, write the last rows, copy them to the other bucket, and read them, each in the VPC of its region.',
        commands: [
          ...rowsOut(fleet.tenancy, pair.from, move.id),
          rowsCarried([pair.from, from], [pair.to, to], move.id),
          ...rowsIn(fleet.tenancy, pair.to, move.id),
        ],
      },
      { what: 'Copy the last objects.', commands: objectsCopied(from, to, move) },
    ];
  },
  waits: ({ move, from, to, fleet }) => [
    {
      id: 'page-shown',
      what: 'From a country of the move, the API answers with the page',
      command: `curl --silent --output /dev/null --write-out '%{http_code}' https://${apiHost(from.environment)}${from.region.dns.healthCheck.path}`,
      prints: '503',
      by: 'platform',
    },
    ...(move.data.by === 'rows'
      ? [
          {
            id: 'rows-equal',
            what: 'Their rows are equal in both regions, and were so ten minutes ago: the same with TO_URL',
            command: rowsDigest(fleet.tenancy, 'FROM_URL'),
            prints: 'the same lines four times',
            by: 'platform' as const,
          },
          ...(to === null
            ? []
            : [
                {
                  id: 'objects-equal',
                  what: 'No object of theirs is missing in the new region',
                  command: objectsMissing(from, to, move),
                  prints: 'nothing',
                  by: 'platform' as const,
                },
              ]),
        ]
      : []),
  ],
};
