import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { workspacesIn } from './base.js';

describe('the packages of a repository', () => {
  it('are those that its lock file links to', () => {
    const lock = JSON.stringify({
      packages: {
        '': { name: 'root' },
        'node_modules/lit': { version: '3.3.3' },
        'node_modules/@puntari/core': { resolved: 'packages/core', link: true },
        'packages/core': { version: '0.1.0' },
      },
    });
    assert.deepEqual(workspacesIn(lock), [['node_modules/@puntari/core', 'packages/core']]);
  });
});
