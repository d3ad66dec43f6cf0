import { render } from 'preact';
import type { PageData } from '../data/page-data.ts';
import { App } from './app.tsx';

const text = document.getElementById('data')?.textContent ?? '';
const root = document.getElementById('page');
if (root !== null) render(<App data={JSON.parse(text) as PageData} />, root);
