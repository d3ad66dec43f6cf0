import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageData } from '../data/page-data.ts';
import { Text } from './parts/text.tsx';
import { Addresses } from './views/addresses.tsx';
import { Borders } from './views/borders.tsx';
import { ChangeView } from './views/change.tsx';
import { Delivery } from './views/delivery.tsx';
import { Firewall } from './views/firewall.tsx';
import { MoneyView } from './views/money.tsx';
import { People } from './views/people.tsx';
import { Search } from './views/search.tsx';

interface View {
  readonly id: string;
  readonly title: string;
  readonly Draw: FunctionComponent<{ readonly data: PageData }>;
}

const views: readonly View[] = [
  { id: 'change', title: 'What changes', Draw: ChangeView },
  { id: 'people', title: 'Who is answered where', Draw: People },
  { id: 'addresses', title: 'Address plan', Draw: Addresses },
  { id: 'delivery', title: 'Delivery', Draw: Delivery },
  { id: 'borders', title: 'Borders', Draw: Borders },
  { id: 'money', title: 'Money', Draw: MoneyView },
  { id: 'firewall', title: 'Ask the firewall', Draw: Firewall },
  { id: 'objects', title: 'Search objects', Draw: Search },
];

/** The page: a list of views, and the one that the address names. */
export const App = ({ data }: { readonly data: PageData }) => {
  const shown = views.filter(({ id }) => id !== 'change' || data.plan !== null);
  const { id, title, Draw } = useView(shown);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${title} - ${data.title}`;
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [id]);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place in the page */}
      <a class="skip" href="#main" onClick={(event) => skip(event, heading.current)}>
        Skip to the content
      </a>
      <header>
        <p class="name">
          <Text>{data.title}</Text>
        </p>
        <nav aria-label="Views">
          <ul>
            {shown.map((one) => (
              <li key={one.id}>
                <a href={`#${one.id}`} aria-current={one.id === id ? 'page' : undefined}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Draw data={data} key={id} />
      </main>
    </>
  );
};

const skip = (event: Event, heading: HTMLElement | null): void => {
  // The address stays that of the view.
  event.preventDefault();
  heading?.focus();
};

const useView = (shown: readonly View[]): View => {
  const named = () => shown.find(({ id }) => `#${id}` === location.hash) ?? shown[0];
  const [view, setView] = useState(named);
  useEffect(() => {
    const follow = () => setView(named);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (view === undefined) throw new RangeError('a page without views');
  return view;
};
