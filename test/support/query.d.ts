/**
 * Finds what a person finds: by role and name, or by text, through open shadow roots and slots.
 * What is hidden from assistive technology is not found.
 *
 *     getByRole(form, 'button', 'Jatka').click();
 *     expect(queryByRole(form, 'heading', /ongelma/)).to.equal(null);
 *     expect(getAllByRole(form, 'radio').map(nameOf)).to.deep.equal(['Kyllä', 'En']);
 */
import type { Root } from './tree.js';
export { descriptionOf, nameOf, roleOf, textOf } from './accessible-name.js';
/** A string means exactly this text, white space aside; a pattern may match a part. */
export type Matcher = string | RegExp;
/** All elements with a role, and a name where one is given, in reading order. May be none. */
export declare function queryAllByRole<E extends HTMLElement = HTMLElement>(root: Root, role: string, name?: Matcher): E[];
/** All elements with a role and name; at least one, or the test fails. */
export declare function getAllByRole<E extends HTMLElement = HTMLElement>(root: Root, role: string, name?: Matcher): E[];
/** The one element with a role and name, or null. More than one fails the test. */
export declare function queryByRole<E extends HTMLElement = HTMLElement>(root: Root, role: string, name?: Matcher): E | null;
/** The one element with a role and name. None, or more than one, fails the test. */
export declare function getByRole<E extends HTMLElement = HTMLElement>(root: Root, role: string, name?: Matcher): E;
/** The innermost elements whose shown text matches. May be none. */
export declare function queryAllByText(root: Root, text: Matcher): HTMLElement[];
/** The one innermost element whose shown text matches, or null. */
export declare function queryByText(root: Root, text: Matcher): HTMLElement | null;
/** The one innermost element whose shown text matches. */
export declare function getByText(root: Root, text: Matcher): HTMLElement;
