import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { resolveTokens } from '../src/resolve.js';

const layer = (content, file = 'base.tokens.json') => ({ file, content });
const color = (hex, components) => ({
  $type: 'color',
  $value: { colorSpace: 'srgb', components, hex },
});
const BLACK = color('#000000', [0, 0, 0]);
const css = (tokens, name) => tokens.get(name)?.css;
const one = (token) => css(resolveTokens([layer({ a: token })]), 'a');

describe('resolveTokens', () => {
  describe('with values', () => {
    it('writes a color as its hex', () => {
      assert.equal(one(color('#336699', [0.2, 0.4, 0.6])), '#336699');
    });

    it('writes rem as em, and px as it is', () => {
      assert.equal(one({ $type: 'dimension', $value: { value: 1.5, unit: 'rem' } }), '1.5em');
      assert.equal(one({ $type: 'dimension', $value: { value: 2, unit: 'px' } }), '2px');
    });

    it('quotes font names that need it', () => {
      const fonts = { $type: 'fontFamily', $value: ['Segoe UI', 'system-ui', 'Arial'] };
      assert.equal(one(fonts), '"Segoe UI", system-ui, Arial');
    });

    it('adds the unit of our extension to a number', () => {
      const measure = {
        $type: 'number',
        $value: 66,
        $extensions: { 'org.puntari': { unit: 'ch' } },
      };
      assert.equal(one(measure), '66ch');
    });

    it('takes the type from the nearest group', () => {
      const tokens = resolveTokens([
        layer({ space: { $type: 'dimension', 1: { $value: { value: 1, unit: 'px' } } } }),
      ]);
      assert.equal(css(tokens, 'space-1'), '1px');
    });
  });

  describe('with aliases', () => {
    it('follows them through several tokens and leaves the palette out', () => {
      const tokens = resolveTokens([
        layer({
          palette: { ink: BLACK },
          text: { $value: '{palette.ink}' },
          b: { $value: '{text}' },
        }),
      ]);
      assert.deepEqual([...tokens.keys()], ['text', 'b']);
      assert.equal(css(tokens, 'b'), '#000000');
    });

    it('follows them to a value that a later layer has changed', () => {
      const tokens = resolveTokens([
        layer({ palette: { ink: BLACK }, text: { $value: '{palette.ink}' } }),
        layer({ palette: { ink: color('#ffffff', [1, 1, 1]) } }, 'theme.tokens.json'),
      ]);
      assert.equal(css(tokens, 'text'), '#ffffff');
    });
  });

  describe('with a mistake', () => {
    const refuses = (content, message) => {
      assert.throws(() => resolveTokens([layer(content, 'espoo.tokens.json')]), {
        name: 'TokenError',
        message: `espoo.tokens.json: ${message}`,
      });
    };

    it('shows the whole circle of a circular alias', () => {
      refuses(
        { a: { $value: '{b}' }, b: { $value: '{c}' }, c: { $value: '{a}' } },
        'c: points at itself: a -> b -> c -> a',
      );
    });

    it('names an alias that leads nowhere', () => {
      refuses({ a: { $value: '{palette.no}' } }, 'a: points at "palette.no", which does not exist');
    });

    it('sees that hex and components differ', () => {
      refuses(
        { a: color('#ff0000', [0, 0, 0]) },
        'a: "hex" is "#ff0000", but its components say "#000000"',
      );
    });

    it('refuses transparency, because contrast could not be told', () => {
      const value = { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0.5, hex: '#000000' };
      refuses(
        { a: { $type: 'color', $value: value } },
        'a: a color is "srgb" with three components and no transparency',
      );
    });

    it('refuses an unknown unit', () => {
      refuses(
        { a: { $type: 'dimension', $value: { value: 1, unit: 'vw' } } },
        'a: a dimension is { "value": number, "unit": "px" or "rem" }',
      );
    });

    it('refuses an unknown type', () => {
      refuses({ a: { $type: 'blink', $value: 1 } }, 'a: has the unknown type "blink"');
    });

    it('refuses words where a number stands', () => {
      refuses({ a: { $type: 'number', $value: 'wide' } }, 'a: is not a number');
    });

    it('refuses an alias to another type', () => {
      refuses(
        { n: { $type: 'number', $value: 1 }, a: { $type: 'color', $value: '{n}' } },
        'a: is a color, but "n" is a number',
      );
    });

    it('refuses "inherit", which a custom property cannot hand on', () => {
      refuses(
        { a: { $type: 'fontFamily', $value: 'inherit' } },
        'a: cannot be "inherit", name fonts',
      );
    });

    it('refuses a bare value', () => {
      refuses({ space: { 1: '1em' } }, 'space.1: is neither a group nor a token');
    });

    it('keeps the file of the layer in which the mistake stands', () => {
      const layers = [layer({ a: BLACK }), layer({ a: { $value: '{no}' } }, 'theme.tokens.json')];
      assert.throws(() => resolveTokens(layers), /^TokenError: theme\.tokens\.json: a: /);
    });
  });
});
