import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { helpFor, readCommand } from './commands.js';

const BY = ['--by', 'Maija Malli'];

describe('every command', () => {
  for (const args of [
    ['invitations', 'create', 'p', 'more', '--count', '5'],
    ['invitations', 'import', 'p', 'a.csv', 'more'],
    ['registrations', 'set', 'p', 'K7M-4PX', 'withdrawn', 'more', ...BY],
    ['registrations', 'import', 'p', 'a.csv', 'more', '--status', 'selected', ...BY],
    ['feedback', 'list', 'more'],
    ['feedback', 'report', 'more'],
    ['feedback', 'publish', 'K7M-4PX', 'more', ...BY],
    ['feedback', 'status', 'K7M-4PX', 'closed', 'more', ...BY],
    ['open311', 'status', 'more'],
    ['open311', 'list', 'more'],
    ['open311', 'retry', 'K7M-4PX', 'more'],
    ['open311', 'sent', 'K7M-4PX', 'more'],
    ['open311', 'services', 'more', '--channel', 'palaute'],
    ['answers', 'history', 's', 'r1', 'more'],
    ['answers', 'since', '2027-01-01', 's', 'more'],
    ['topics', 'history', 't', 'more'],
  ]) {
    it(`does not pass over what is too much: ${args.join(' ')}`, () => {
      assert.throws(() => readCommand(args), /eceived also "more"\nUsage:/);
    });
  }

  for (const args of [
    ['topics', 'decline', 'K7M-4PX', ...BY, '--comment', 'Ei.', '--reasons-fi', 'Syy'],
    ['topics', 'choose', 't', 'chosen', ...BY, '--on', '2027-03-16', '--text-sv', 'Text'],
    ['topics', 'import', 'a.csv', '--from', 'csv', '--level', '3'],
    ['topics', 'history', 't', '--version', '1'],
    ['feedback', 'status', 'K7M-4PX', 'closed', ...BY, '--text', 'Sanat'],
    ['feedback', 'publish', 'K7M-4PX', ...BY, '--note-fi', 'Huomio'],
    ['feedback', 'show', 'K7M-4PX', '--publish'],
    ['feedback', 'report', '--channel', 'palaute'],
    ['invitations', 'import', 'p', 'a.csv', '--count', '5'],
    ['open311', 'status', '--state', 'uncertain'],
    ['open311', 'list', '--given-up'],
    ['open311', 'retry', 'K7M-4PX', '--request', '17'],
    ['open311', 'sent', 'K7M-4PX', '--channel', 'palaute'],
    ['open311', 'services', '--channel', 'palaute', '--state', 'uncertain'],
  ]) {
    it(`does not pass over what it has no use for: ${args.join(' ')}`, () => {
      assert.throws(() => readCommand(args), /eceived also "--[a-z-]+", which this command/);
    });
  }

  for (const name of ['invitations', 'registrations', 'feedback', 'open311', 'answers', 'topics']) {
    it(`says of ${name} alone that nothing follows it`, () => {
      assert.throws(() => readCommand([name]), /expected .*, received nothing\nUsage:/);
    });
  }

  it('takes no last day for codes that bring their own, and none for what it does not do', () => {
    const codes = ['invitations', 'import', 'p', 'a.csv', '--expires', '2027-03-31'];
    assert.throws(() => readCommand(codes), /--expires: expected .*column/);
    const one = ['registrations', 'set', 'p', 'K7M-4PX', 'pool', '--status', 'selected', ...BY];
    assert.throws(() => readCommand(one), /--status: expected .*"import"/);
  });

  it('knows which statuses there are to ask for', () => {
    const proposals = ['topics', 'proposals', 'aiheet-2028', '--status', 'odd'];
    assert.throws(() => readCommand(proposals), /--status: expected one of proposed, .*"odd"/);
  });

  it('says of what is misspelled how that command is written, and nothing of the others', () => {
    assert.throws(
      () => readCommand(['purge', 'all']),
      ({ message }: Error) => message.endsWith('\nUsage:\n  purge [--dry-run]'),
    );
  });
});

describe('who asks how a command is written', () => {
  for (const args of [
    ['open311', '--help'],
    ['open311', '-h'],
    ['open311', 'retry', '-h'],
    ['--help', 'open311'],
    ['help', 'open311'],
  ]) {
    it(`is told of that command alone: ${args.join(' ')}`, () => {
      const help = helpFor(args) ?? '';
      assert.match(help, /^Usage:\n {2}open311 status\n/);
      assert.doesNotMatch(help, /purge/);
    });
  }

  for (const args of [['--help'], ['-h'], ['help'], ['invite', '-h']]) {
    it(`is told of all: ${args.join(' ')}`, () => {
      const help = helpFor(args) ?? '';
      assert.match(
        help,
        /^Without a command the receiver starts\.[^]*\n {2}purge [^]*open311 list/,
      );
    });
  }

  it('is told no version of the program by a command that takes the version of a record', () => {
    assert.equal(helpFor(['topics', 'history', 't', '--version', '1']), undefined);
  });
});
