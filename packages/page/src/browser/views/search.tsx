import { useMemo, useState } from 'preact/hooks';
import type { PageData } from '../../data/page-data.ts';
import { Choice, Entry } from '../parts/fields.tsx';
import { Code, Text } from '../parts/text.tsx';
import { found, inventoryIn, lineWith, type Thing } from './search/inventory.ts';

/** So many results are drawn: who sees more adds a word. */
const most = 100;

/** Every rendered object and every resource by name, kind, place, file or what is in it. */
export const Search = ({ data }: { readonly data: PageData }) => {
  const things = useMemo(() => inventoryIn(data), [data]);
  const places = useMemo(() => [...new Set(things.map(({ place }) => place))].sort(), [things]);
  const [words, setWords] = useState('');
  const [place, setPlace] = useState('');
  const hits = found(things, words, place);
  return (
    <>
      <p class="lead">
        {things.length} objects of Kubernetes and resources of Terraform. Each word must be in the
        kind, the name, the place, the file or the contents.
      </p>
      <div class="controls">
        <Entry label="Words" value={words} onChange={setWords} />
        <Choice
          label="Place"
          value={place}
          onChange={setPlace}
          options={[['', 'everywhere'], ...places.map((one) => [one, one] as const)]}
        />
      </div>
      <p role="status">
        {hits.length} found{hits.length > most ? `; the first ${most} are below` : ''}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Name</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        <tbody>
          {hits.slice(0, most).map((thing) => (
            <Hit
              key={`${thing.place} ${thing.path} ${thing.name}`}
              thing={thing}
              root={data.root}
              line={lineWith(thing, words)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
};

interface HitProps {
  readonly thing: Thing;
  readonly root: string | null;
  /** A line of its contents, where a word is only there. */
  readonly line: string | undefined;
}

const Hit = ({ thing, root, line }: HitProps) => {
  const { kind, name, place, path, state } = thing;
  return (
    <tr class={state === '' ? '' : 'marked'}>
      <td>
        <Text>{kind}</Text>
        {state === '' ? null : <strong class="state"> {state}</strong>}
      </td>
      <th scope="row">
        {root === null || state === 'gone' ? (
          <Code>{name}</Code>
        ) : (
          <a href={`${root}${path}`}>
            <Code>{name}</Code>
          </a>
        )}
        <small>
          <Text>{path}</Text>
        </small>
        {line === undefined ? null : (
          <small>
            <Code>{line}</Code>
          </small>
        )}
      </th>
      <td>
        <Text>{place}</Text>
      </td>
    </tr>
  );
};
