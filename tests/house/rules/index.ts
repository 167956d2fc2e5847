import type { Rule } from '../tree.ts';
import { browserStaysInBrowser } from './browser-stays-in-browser.ts';
import { contractsStandAlone } from './contracts-stand-alone.ts';
import { decisionsAreListed } from './decisions-are-listed.ts';
import { domainsHaveRooms } from './domains-have-rooms.ts';
import { doorsOnly } from './doors-only.ts';
import { foreignKeysPointDown } from './foreign-keys-point-down.ts';
import { functionsAreTold } from './functions-are-told.ts';
import { importsGoDown } from './imports-go-down.ts';
import { linksLeadSomewhere } from './links-lead-somewhere.ts';
import { logicalStyles } from './logical-styles.ts';
import { migrationsGoForward } from './migrations-go-forward.ts';
import { needsStandBefore } from './needs-stand-before.ts';
import { noChannelNames } from './no-channel-names.ts';
import { noMachinePaths } from './no-machine-paths.ts';
import { outsideByTheGuard } from './outside-by-the-guard.ts';
import { plainTypescript } from './plain-typescript.ts';
import { platformNamesNoDomain } from './platform-names-no-domain.ts';
import { scienceIsPure } from './science-is-pure.ts';
import { smallFiles } from './small-files.ts';
import { tablesBeginWithWorkspace } from './tables-begin-with-workspace.ts';
import { testsStayTests } from './tests-stay-tests.ts';
import { todosHaveIssues } from './todos-have-issues.ts';

/** Every rule over the files of the tree. A rule is one file here and one fixture of the same name. */
export const rules: readonly Rule[] = [
  importsGoDown,
  doorsOnly,
  needsStandBefore,
  browserStaysInBrowser,
  contractsStandAlone,
  scienceIsPure,
  noChannelNames,
  platformNamesNoDomain,
  domainsHaveRooms,
  tablesBeginWithWorkspace,
  foreignKeysPointDown,
  migrationsGoForward,
  smallFiles,
  plainTypescript,
  functionsAreTold,
  testsStayTests,
  todosHaveIssues,
  logicalStyles,
  noMachinePaths,
  linksLeadSomewhere,
  decisionsAreListed,
  outsideByTheGuard,
];
