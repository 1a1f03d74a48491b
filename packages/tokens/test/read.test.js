import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readTokens } from '../src/read.js';

const layer = (content, file = 'base.tokens.json') => ({
  file,
  text: JSON.stringify(content, null, 2),
});
const color = (hex, components) => ({
  $type: 'color',
  $value: { colorSpace: 'srgb', components, hex },
});
const BLACK = color('#000000', [0, 0, 0]);
const css = (tokens, name) => tokens.get(name)?.css;
const one = async (token) => css(await readTokens([layer({ a: token })]), 'a');

describe('readTokens', () => {
  describe('with values', () => {
    it('writes a color as its hex', async () => {
      assert.equal(await one(color('#336699', [0.2, 0.4, 0.6])), '#336699');
    });

    it('writes rem as em, and px as it is', async () => {
      assert.equal(await one({ $type: 'dimension', $value: { value: 1.5, unit: 'rem' } }), '1.5em');
      assert.equal(await one({ $type: 'dimension', $value: { value: 2, unit: 'px' } }), '2px');
    });

    it('quotes font names that need it', async () => {
      const fonts = { $type: 'fontFamily', $value: ['Segoe UI', 'system-ui', 'Arial'] };
      assert.equal(await one(fonts), '"Segoe UI", system-ui, Arial');
    });

    it('adds the unit of our extension to a number', async () => {
      const measure = {
        $type: 'number',
        $value: 66,
        $extensions: { 'org.puntari': { unit: 'ch' } },
      };
      assert.equal(await one(measure), '66ch');
    });

    it('takes type and extension from the nearest group', async () => {
      const tokens = await readTokens([
        layer({
          sticky: {
            $type: 'dimension',
            $extensions: { 'org.puntari': { setBy: 'page' } },
            top: { $value: { value: 1, unit: 'px' } },
          },
        }),
      ]);
      assert.equal(css(tokens, 'sticky-top'), '1px');
      assert.equal(tokens.get('sticky-top').setByPage, true);
    });
  });

  describe('with aliases', () => {
    it('follows them through several tokens and leaves the palette out', async () => {
      const tokens = await readTokens([
        layer({
          palette: { ink: BLACK },
          text: { $type: 'color', $value: '{palette.ink}' },
          b: { $type: 'color', $value: '{text}' },
        }),
      ]);
      assert.deepEqual([...tokens.keys()].sort(), ['b', 'text']);
      assert.equal(css(tokens, 'b'), '#000000');
      assert.equal(tokens.get('b').alias, 'text');
      assert.equal(tokens.get('text').alias, undefined);
    });

    it('follows them to a value that a later layer has changed', async () => {
      const tokens = await readTokens([
        layer({ palette: { ink: BLACK }, text: { $type: 'color', $value: '{palette.ink}' } }),
        layer({ palette: { ink: color('#ffffff', [1, 1, 1]) } }, 'theme.tokens.json'),
      ]);
      assert.equal(css(tokens, 'text'), '#ffffff');
    });

    it('names a token of a component without its layer', async () => {
      const tokens = await readTokens([
        layer({
          radius: { small: { $type: 'dimension', $value: { value: 2, unit: 'px' } } },
          component: { button: { radius: { $type: 'dimension', $value: '{radius.small}' } } },
        }),
      ]);
      const { alias, isComponent } = tokens.get('button-radius');
      assert.deepEqual({ alias, isComponent }, { alias: 'radius-small', isComponent: true });
    });
  });

  describe('with a mistake', () => {
    const refuses = (content, message) =>
      assert.rejects(readTokens([layer(content, 'espoo.tokens.json')]), (error) => {
        assert.equal(error.name, 'TokenError');
        assert.match(error.message, new RegExp(`^espoo\\.tokens\\.json: ${message.source}`));
        return true;
      });

    it('tells a circle of aliases', () =>
      refuses(
        { a: { $type: 'color', $value: '{b}' }, b: { $type: 'color', $value: '{a}' } },
        /Circular alias/,
      ));

    it('names an alias that leads nowhere, with its line', () =>
      refuses(
        { a: { $type: 'color', $value: '{palette.no}' } },
        /Could not resolve alias \{palette\.no\}[\s\S]*> 4 \|/,
      ));

    it('sees that hex and components differ', () =>
      refuses(
        { a: color('#ff0000', [0, 0, 0]) },
        /a: "hex" is "#ff0000", but its components say "#000000"/,
      ));

    it('refuses a color that the format does not know', () =>
      refuses(
        { a: { $type: 'color', $value: { colorSpace: 'srgb', components: [0, 1] } } },
        /Expected 3/,
      ));

    it('refuses transparency, because contrast could not be told', () => {
      const value = { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0.5, hex: '#000000' };
      return refuses(
        { a: { $type: 'color', $value: value } },
        /a: a color is "srgb", without transparency/,
      );
    });

    it('refuses an unknown unit', () =>
      refuses(
        { a: { $type: 'dimension', $value: { value: 1, unit: 'vw' } } },
        /[\s\S]*(unit|dimension)/,
      ));

    it('refuses an unknown type', () =>
      refuses({ a: { $type: 'blink', $value: 1 } }, /a: has the unknown type "blink"/));

    it('refuses words where a number stands', () =>
      refuses({ a: { $type: 'number', $value: 'wide' } }, /Must be a number/));

    it('refuses an alias to another type', () =>
      refuses(
        { n: { $type: 'number', $value: 1 }, a: { $type: 'color', $value: '{n}' } },
        /Cannot alias to \$type "number"/,
      ));

    it('refuses "inherit", which a custom property cannot hand on', () =>
      refuses({ a: { $type: 'fontFamily', $value: 'inherit' } }, /a: cannot be "inherit"/));

    it('refuses a bare value', () =>
      refuses({ space: { 1: '1em' } }, /space\.1: is neither a group nor a token/));

    it('keeps the file of the layer in which the mistake stands', () => {
      const broken = layer({ b: { $type: 'color', $value: '{no}' } }, 'theme.tokens.json');
      return assert.rejects(
        readTokens([layer({ a: BLACK }), broken]),
        /^TokenError: theme\.tokens\.json: /,
      );
    });
  });
});
