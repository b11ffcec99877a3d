import { execFileSync } from 'node:child_process';
import { findExecutable } from '../support/executables.js';

const minutes = 60_000;

/** A program of the system that some tests need. */
interface Need {
  readonly program: string;
  readonly debianPackage: string;
  readonly otherwise: string;
}

const needs: readonly Need[] = [
  {
    program: 'redis-server',
    debianPackage: 'redis-server',
    otherwise: 'macOS: brew install redis; Debian: sudo apt-get install redis-server',
  },
  {
    program: 'chromium',
    debianPackage: 'chromium',
    otherwise: 'macOS: brew install chromium; Debian: sudo apt-get install chromium',
  },
  {
    program: 'prometheus',
    debianPackage: 'prometheus',
    otherwise: 'macOS: brew install prometheus; Debian: sudo apt-get install prometheus',
  },
];

/** Installs what is missing where that takes no question: as root on Debian. Elsewhere it says how to get it. */
export function ensureSystemNeeds(say: (line: string) => void): void {
  const missing = needs.filter(({ program }) => findExecutable(program) === undefined);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && findExecutable('apt-get') !== undefined) {
    say(`Installing ${missing.map(({ debianPackage }) => debianPackage).join(', ')} …`);
    install(
      missing.map(({ debianPackage }) => debianPackage),
      say,
    );
  }
  for (const { program, otherwise } of missing.filter(({ program }) => findExecutable(program) === undefined)) {
    say(`There is no ${program} here, so the tests that need it are skipped. To get it: ${otherwise}`);
  }
}

function install(packages: readonly string[], say: (line: string) => void): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 5 * minutes,
    });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    say(`apt-get failed: ${error instanceof Error ? error.message.trim() : String(error)}`);
  }
}
