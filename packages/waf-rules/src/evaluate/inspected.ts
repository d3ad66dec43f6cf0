import type { FieldToMatch, Inspecting, TextTransformation } from '../statement.ts';
import { byteLength } from '../utf8.ts';
import { headerOf, pathOf, queryOf, type Request } from './request.ts';
import { transformed } from './transform.ts';

/** A label that AWS's own rules may lead to, and the managed groups that say whether. */
export interface MaybeLabel {
  readonly label: string;
  readonly from: readonly string[];
}

/** A request on its way through an ACL, with the labels it has so far, and those it may have. */
export interface Passage {
  readonly request: Request;
  readonly labels: readonly string[];
  readonly maybe: readonly MaybeLabel[];
  /** Bytes of a body that WAF is shown. */
  readonly inspectedBytes: number;
  /** Texts already transformed in this run, by the statement's own list of transformations. */
  readonly known: Map<readonly TextTransformation[], Map<string, string>>;
}

/** Whether WAF sees only the start of the body. */
export const isOversize = ({ request, inspectedBytes }: Passage): boolean =>
  request.body.length > inspectedBytes || byteLength(request.body) > inspectedBytes;

/** What a statement looks at, transformed as it asks; nothing where a header is missing. */
export const seen = (inspected: Inspecting, passage: Passage): readonly string[] =>
  values(inspected.FieldToMatch, passage).map((text) =>
    remembered(text, inspected.TextTransformations, passage),
  );

function remembered(
  text: string,
  steps: readonly TextTransformation[],
  { known }: Passage,
): string {
  const texts = known.get(steps) ?? new Map<string, string>();
  known.set(steps, texts);
  const result = texts.get(text) ?? transformed(text, steps);
  texts.set(text, result);
  return result;
}

/** The content of a field; nothing where a header is missing or a field is not evaluated. */
function values(field: FieldToMatch, { request, inspectedBytes }: Passage): readonly string[] {
  if ('UriPath' in field) return [pathOf(request)];
  if ('Method' in field) return [request.method];
  if ('QueryString' in field) return [queryOf(request)];
  if ('SingleHeader' in field) {
    const value = headerOf(request, field.SingleHeader.Name);
    return value === undefined ? [] : [value];
  }
  return 'Body' in field ? [request.body.slice(0, inspectedBytes)] : [];
}
