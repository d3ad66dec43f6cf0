import type { DeliveryPath, Release } from '../../data/delivery.ts';
import type { PageData } from '../../data/page-data.ts';
import { Sides } from '../parts/sides.tsx';
import { Code, Text } from '../parts/text.tsx';
import { CanaryChart } from './delivery/canary-chart.tsx';
import { saidOf } from './delivery/steps.ts';

/** The way of a version to its users, with the canary of each service as it is rendered. */
export const Delivery = ({ data }: { readonly data: PageData }) => (
  <>
    <p class="lead">
      From a merge to all users. A canary takes its share of the traffic step by step, and is
      aborted when it fails too often. The curve is that share over time, without the time in which
      it waits for an approval.
    </p>
    <Sides data={data}>
      {({ fleet, label }) => {
        const known = label === 'after' ? keysOf(data.plan?.before.paths) : null;
        return fleet.paths.map((path) => <Path key={path.environment} path={path} known={known} />);
      }}
    </Sides>
  </>
);

const keyOf = (environment: string, { service, steps }: Release): string =>
  JSON.stringify([environment, service, steps]);

const keysOf = (paths: readonly DeliveryPath[] = []): ReadonlySet<string> =>
  new Set(
    paths.flatMap(({ environment, releases }) => releases.map((one) => keyOf(environment, one))),
  );

interface Props {
  readonly path: DeliveryPath;
  /** The releases of the other side; null where there is none. */
  readonly known: ReadonlySet<string> | null;
}

const Path = ({ path, known }: Props) => (
  <article class="card">
    <h2>
      <Text>{path.environment}</Text>
    </h2>
    <ol class="path">
      <li>
        {path.from === null ? 'an image is built' : 'an image has proved itself in '}
        {path.from === null ? null : <Text>{path.from}</Text>}
      </li>
      {path.waves.map((wave, index) => (
        <li key={wave.join()}>
          wave {index + 1}: <Text>{wave.join(', ')}</Text>
        </li>
      ))}
      {path.waves.length === 0 ? <li>every cluster</li> : null}
    </ol>
    <p class="lead">
      {path.waves.length > 1 ? 'Each wave is a merge to ' : 'It goes with a merge to '}
      <Code>{path.branch}</Code>, which Argo CD of the clusters pulls.{' '}
      {path.approval ? 'A person approves it in the cluster before its first user. ' : ''}
      The canary is aborted above {path.maxErrorRatio * 100} % failed requests.
    </p>
    {path.releases.map((one) => {
      const isNew = known !== null && !known.has(keyOf(path.environment, one));
      return (
        <section key={`${one.service} ${one.places[0]}`} class={isNew ? 'marked' : ''}>
          <h3>
            <Text>{one.service}</Text>{' '}
            <small>
              {one.places.length === 1 ? (
                <Text>{one.places[0] ?? ''}</Text>
              ) : (
                `${one.places.length} clusters`
              )}
            </small>
          </h3>
          {one.steps.length === 0 ? (
            <p>All pods are replaced at once: it takes no requests of users.</p>
          ) : (
            <>
              <CanaryChart steps={one.steps} />
              <ol class="steps">
                {saidOf(one.steps).map(({ key, said }) => (
                  <li key={key}>
                    <Text>{said}</Text>
                  </li>
                ))}
              </ol>
            </>
          )}
        </section>
      );
    })}
  </article>
);
