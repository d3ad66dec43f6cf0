import { committed } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import { factFiles, factsIn } from './facts-data.ts';
import { serialize } from './serialize.ts';

const { lock: _, charts: __, aws, sheets, writtenExceptions, ...facts } = committed;
const texts = Object.fromEntries(factFiles(committed).map((file) => [file.path, serialize(file)]));
const [some = ''] = Object.keys(texts);

describe('the facts as data', () => {
  it('read back as they were written', () => {
    expect(factsIn(texts)).toEqual({ facts, unread: [] });
  });

  it('have one file for each region, so that two regions change without a conflict', () => {
    for (const id of Object.keys(committed.catalog)) {
      expect(Object.keys(texts)).toContain(`facts/catalog/${id}.json`);
    }
  });

  it('leave to the locks what they pin', () => {
    expect(Object.keys(texts).filter((path) => /lock|charts/.test(path))).toEqual([]);
  });

  it.each([
    ['of another version', JSON.stringify({ apiVersion: 'facts.bizflow.app/v0', facts: {} })],
    ['that is not JSON', '<<<<<<< HEAD'],
    ['without facts', JSON.stringify({ apiVersion: 'facts.bizflow.app/v1' })],
  ])('name a file %s, and read the others', (_, text) => {
    const { unread, facts: read } = factsIn({ ...texts, [some]: text });
    expect(unread).toEqual([some]);
    expect(read.services).toEqual(facts.services);
  });
});
