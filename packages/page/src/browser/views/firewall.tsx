import { countryCodes, countryName } from '@bizflow/region-catalog';
import { evaluateAll, type Verdict } from '@bizflow/waf-rules';
import { useState } from 'preact/hooks';
import type { Guard } from '../../data/guards.ts';
import type { PageData } from '../../data/page-data.ts';
import { Choice, Entry } from '../parts/fields.tsx';
import { Sides } from '../parts/sides.tsx';
import { firstAsked, type Sender, seriesOf } from './firewall/asked.ts';
import { VerdictOf } from './firewall/verdict.tsx';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** A request that is made here, and what WAF would do with it. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a form is read from its first field to its last
export const Firewall = ({ data }: { readonly data: PageData }) => {
  const [asked, setAsked] = useState<Sender>(firstAsked);
  const set = (part: keyof Sender) => (value: string) => setAsked({ ...asked, [part]: value });
  const profiles = [...new Set(data.now.guards.map(({ profile }) => profile))];
  const [profile, setProfile] = useState<string>(profiles[0] ?? '');
  const countries = countryCodes.map((code) => [code, countryName(code)] as const);
  return (
    <>
      <p class="lead">
        The evaluator of <code>waf-rules</code> runs in this page over the rendered rules. Where
        AWS's own rules decide, it says so.
      </p>
      <div class="controls wide">
        <Choice
          label="Web ACL"
          value={profile}
          onChange={setProfile}
          options={profiles.map(twice)}
        />
        <Choice
          label="Method"
          value={asked.method}
          onChange={set('method')}
          options={methods.map(twice)}
        />
        <Entry label="Path and query" value={asked.target} onChange={set('target')} />
        <Choice
          label="Country"
          value={asked.country}
          onChange={set('country')}
          options={[['', 'unknown'], ...countries.toSorted((a, b) => (a[1] < b[1] ? -1 : 1))]}
        />
        <Entry
          label="How often"
          inputMode="numeric"
          value={asked.times}
          onChange={set('times')}
          hint="1 to 9,999"
        />
        <Entry
          label="In seconds"
          inputMode="numeric"
          value={asked.seconds}
          onChange={set('seconds')}
        />
        <Entry
          label="Headers"
          rows={4}
          value={asked.headers}
          onChange={set('headers')}
          hint="Name: value, one a line"
        />
        <Entry label="Body" rows={4} value={asked.body} onChange={set('body')} />
      </div>
      <Sides data={data}>
        {({ fleet }) => {
          const guard = fleet.guards.find((one) => one.profile === profile);
          const verdict = guard === undefined ? undefined : verdictOf(guard, asked);
          return guard === undefined || verdict === undefined ? (
            <p role="status">No web ACL of this kind is rendered.</p>
          ) : (
            <VerdictOf verdict={verdict} guard={guard} />
          );
        }}
      </Sides>
    </>
  );
};

const twice = (one: string) => [one, one] as const;

const verdictOf = ({ acl }: Guard, asked: Sender): Verdict | undefined =>
  evaluateAll(acl, seriesOf(asked)).at(-1);
