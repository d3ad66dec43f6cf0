/** A way to write that readers stumble over, and the ordinary words for it. */
export interface PlainWord {
  readonly avoid: RegExp;
  readonly write: string;
}

/** Words of this house that AWS, Kubernetes and Argo have other words for. The one list of them. */
export const plainWords: readonly PlainWord[] = [
  { avoid: /\bmend(s|ed|ing)?\b/i, write: 'fix' },
  { avoid: /\b(take|takes|taken|took|taking) back\b/i, write: 'abort, roll back' },
  { avoid: /\b(nobody|somebody|everybody|whoever)\b/i, write: 'the role, or the passive' },
  { avoid: /\bmisspelt\b|\brespell/i, write: 'misspelled, rename' },
  { avoid: /\bnowhere\b/i, write: 'unknown, missing' },
  { avoid: /\bmint(s|ed|ing)?\b/i, write: 'assign, generate; a placeholder' },
  { avoid: /\b(hence|thereof|wherein|beforehand|anew)\b/i, write: 'so, of it, first, again' },
  { avoid: /\bfor want of\b/i, write: 'because ... is missing' },
  { avoid: /\bholds? (it |them )?against\b|\bheld against\b/i, write: 'compare with, validate' },
  { avoid: /\b(told|tells?) apart\b/i, write: 'distinguish' },
  {
    avoid: /\bstands? (in|under|beside|there|for|behind|before|on)\b/i,
    write: 'is in, is next to',
  },
  { avoid: /(?<!there )\b(is|are) no (?!longer|more|less|such)\w/i, write: 'is not a, must be' },
  { avoid: /\bholds? no\b/i, write: 'contains no' },
  { avoid: /\bspeaks? against\b|\bspoke against\b/i, write: 'a problem with' },
  { avoid: /\bforeign (file|folder|literal)s?\b/i, write: 'unmanaged file' },
  { avoid: /\bdoors?\b/i, write: 'entry point, Ingress, listener' },
  { avoid: /\bcomes? about\b/i, write: 'works, is possible' },
  { avoid: /\bof which it is (not )?(known|said)\b/i, write: 'unknown; no list says' },
  { avoid: /\b(is|are) said already\b/i, write: 'is already listed' },
  { avoid: /\bcomes? right\b/i, write: 'recovers' },
  { avoid: /\bhas no word for\b/i, write: 'cannot express' },
  { avoid: /\b(no-?|un)ground(ed)?\b/i, write: 'without a legal basis' },
];
