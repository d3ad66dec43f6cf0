import { type Controller, controllerUndoes } from '@bizflow/config/platform';
import { clusterIn, committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { at, broken, type Draft } from '../../testing/planted.ts';
import { clusterFiles } from '../files.ts';
import { objectsOf } from './objects.ts';
import { controllersUndoNothing, wasRead } from './undoing-rules.ts';

const cluster = clusterIn('production');
const files = clusterFiles(cluster, committed);
const codes = (breakage: (draft: Draft) => unknown): readonly string[] =>
  controllersUndoNothing(objectsOf(cluster, broken(files, breakage))).map(({ code }) => code);

const values = (draft: Draft, name: Controller['name']) =>
  at(draft, `/application-${name}.yaml`).spec.source.helm.valuesObject;

it('keeps each controller from what it would undo', () => {
  expect(codes(() => {})).toEqual([]);
});

it.each(controllerUndoes.filter((undoing) => undoing.in === 'values'))(
  'misses $pointer in the values of $controller',
  ({ controller, pointer, value }) => {
    const remove = (draft: Draft) => {
      const keys = pointer.split('/').slice(1);
      const last = keys.pop() ?? '';
      const holder = keys.reduce((inner, key) => inner[key], values(draft, controller));
      if (Array.isArray(holder[last])) holder[last] = holder[last].filter((one) => one !== value);
      else delete holder[last];
    };
    expect(codes(remove)).toEqual(['CONTROLLER_UNDOES']);
  },
);

it('asks to read a controller again when another version is pinned', () => {
  for (const undoing of controllerUndoes) {
    expect(wasRead(undoing)).toEqual([]);
    expect(wasRead({ ...undoing, chart: '0.0.1' })).toMatchObject([{ code: 'CONTROLLER_UNREAD' }]);
  }
});
