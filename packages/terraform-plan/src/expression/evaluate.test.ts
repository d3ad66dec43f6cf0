import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { parseExpression, parseTemplate } from './parse.ts';
import type { Scope } from './scope.ts';
import { addressed, type Value } from './value.ts';

const names: Readonly<Record<string, Value>> = {
  var: { name: 'bizflow', list: ['b', 'a', 'b'], map: { b: 2, a: 1 }, none: null },
  aws_vpc: { this: addressed({ cidr_block: '10.0.0.0/16', tags: { Name: 'x' } }, 'aws_vpc.this') },
};
const scope: Scope = {
  functions: {},
  lookUp: (name) => {
    const found = names[name];
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  },
};
const value = (text: string): Value => evaluate(parseExpression(text), scope);

describe('the expression language', () => {
  it('keeps what only an apply can tell as a name, also inside text and further steps', () => {
    expect(value('aws_vpc.this.cidr_block')).toBe('10.0.0.0/16');
    expect(value('aws_vpc.this.id')).toBe('‹aws_vpc.this.id›');
    expect(value('aws_vpc.this.ipv6[0].block')).toBe('‹aws_vpc.this.ipv6[0].block›');
    expect(value('"arn:${aws_vpc.this.id}/x"')).toBe('arn:‹aws_vpc.this.id›/x');
    expect(value('lower(aws_vpc.this.id)')).toBe('‹lower(aws_vpc.this.id)›');
    expect(value('aws_vpc.this.id == null')).toBe(false);
    expect(value('[for x in [aws_vpc.this] : x.arn]')).toEqual(['‹aws_vpc.this.arn›']);
    expect(value('jsonencode({ a = aws_vpc.this.id })')).toBe('{"a":"‹aws_vpc.this.id›"}');
    expect(value('false && aws_vpc.this.x')).toBe(false);
    expect(value('aws_vpc.this.x ? 1 : 2')).toBe('‹if aws_vpc.this.x›');
  });

  it('reads the strings of hcl2json, where quotes and backslashes are gone already', () => {
    const plain = (text: string) => evaluate(parseTemplate(text), scope);
    expect(plain('a "${var.map["b"]}" \\ $${x} $5 %')).toBe('a "2" \\ ${x} $5 %');
    expect(plain('${var.list}')).toEqual(['b', 'a', 'b']);
    expect(plain('')).toBe('');
  });

  it('says where an expression cannot be read, and which name is missing', () => {
    expect(() => parseExpression('a ? b')).toThrow('expected : at 5 of a ? b');
    expect(() => parseExpression('[1, 2')).toThrow('expected , or ]');
    expect(() => value('local.x')).toThrow('no local');
    expect(() => value('var.map.z')).toThrow('has no .z');
    expect(() => value('nonesuch(1)')).toThrow('unknown function nonesuch');
  });
});
