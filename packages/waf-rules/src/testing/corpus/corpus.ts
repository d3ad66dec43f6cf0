import type { Profile } from '../../policy/edge-config.ts';
import { bare, captchas } from './captcha.ts';
import type { Case } from './case.ts';
import { bodies, managed, order } from './contents.ts';
import { countries, spoofed } from './countries.ts';
import { adminPaths, healthPaths } from './paths.ts';
import { rates } from './rates.ts';

const topics = [
  healthPaths,
  adminPaths,
  countries,
  spoofed,
  bodies,
  managed,
  order,
  captchas,
  bare,
];

/** Every case of a profile; the long series of requests come last. */
export const corpus = (profile: Profile): readonly Case[] =>
  [...topics, rates].flatMap((topic) => topic(profile));
