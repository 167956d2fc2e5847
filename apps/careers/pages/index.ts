import type { SitePage } from '#platform/domain';
import { explore } from './explore.ts';
import { prepare, questions, sources } from './guides.ts';
import { home } from './home.ts';
import { industry, industryList, place, places } from './places.ts';
import { list } from './practise/list.ts';
import { dropResult, keep, result } from './practise/results.ts';
import { talk, talkOn } from './practise/talk.ts';
import { role } from './role.ts';
import { search } from './search.ts';
import { sitemap } from './sitemap.ts';
import { skill, skills } from './skills.ts';

/** The site's own pages. Those of domains come by their socket. */
export const pages: readonly SitePage[] = [
  home,
  role,
  skills,
  skill,
  places,
  place,
  industryList,
  industry,
  prepare,
  questions,
  explore,
  search,
  sources,
  sitemap,
  list,
  talk,
  talkOn,
  keep,
  result,
  dropResult,
];
