import type { ChangedFile, Hunk } from '../../../plan/changed-files.ts';
import { Text } from '../../parts/text.tsx';
import { visible } from '../../parts/visible.ts';

/** The changed lines of a file with their numbers, old and new. */
export const Lines = ({ file: { path, hunks, left } }: { readonly file: ChangedFile }) => (
  <figure class="lines">
    <figcaption>
      <Text>{path}</Text>
    </figcaption>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what has the focus */}
    <section class="scroll" tabIndex={0} aria-label={`lines of ${path}`}>
      <table>
        <tbody>
          {hunks.map((hunk) => numbered(hunk).map((line) => <Line key={line.key} line={line} />))}
        </tbody>
      </table>
    </section>
    {left === 0 ? null : <p>{left} more lines differ.</p>}
  </figure>
);

interface NumberedLine {
  readonly key: string;
  readonly was: number | null;
  readonly is: number | null;
  readonly sign: string;
  readonly text: string;
}

const numbered = ({ before, after, lines }: Hunk): readonly NumberedLine[] => {
  let [was, is] = [before, after];
  return lines.map((line) => {
    const sign = line.charAt(0);
    const one = {
      key: `${was} ${is} ${sign}`,
      was: sign === '+' ? null : was,
      is: sign === '-' ? null : is,
      sign,
      text: line.slice(1),
    };
    if (sign !== '+') was += 1;
    if (sign !== '-') is += 1;
    return one;
  });
};

const words: Readonly<Record<string, string>> = { '-': 'removed', '+': 'added' };

const Line = ({ line: { was, is, sign, text } }: { readonly line: NumberedLine }) => (
  <tr class={words[sign] ?? ''}>
    <td class="number">{was ?? ''}</td>
    <td class="number">{is ?? ''}</td>
    <td class="sign">
      {sign.trim()}
      {words[sign] === undefined ? null : <span class="unseen"> {words[sign]}</span>}
    </td>
    <td class="line">
      <bdi>{visible(text)}</bdi>
    </td>
  </tr>
);
