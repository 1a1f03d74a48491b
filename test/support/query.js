/**
 * Finds what a person finds: by role and name, or by text, through open shadow roots and slots.
 * What is hidden from assistive technology is not found.
 *
 *     getByRole(form, 'button', 'Jatka').click();
 *     expect(queryByRole(form, 'heading', /ongelma/)).to.equal(null);
 *     expect(getAllByRole(form, 'radio').map(nameOf)).to.deep.equal(['Kyllä', 'En']);
 */
import { nameOf, normalized, roleOf, textOf } from './accessible-name.js';
import { elementsOf, isExposed, shownChildren } from './tree.js';
export { descriptionOf, nameOf, roleOf, textOf } from './accessible-name.js';
const matches = (text, matcher) => typeof matcher === 'string' ? text === normalized(matcher) : matcher.test(text);
/** All elements with a role, and a name where one is given, in reading order. May be none. */
export function queryAllByRole(root, role, name) {
    const found = [];
    for (const element of elementsOf(root)) {
        if (roleOf(element) !== role || !isExposed(element))
            continue;
        if (name === undefined || matches(nameOf(element), name))
            found.push(element);
    }
    return found;
}
/** What there is instead, so that a failing test says what to look at. */
function inventory(root) {
    const lines = [];
    for (const element of elementsOf(root)) {
        const role = roleOf(element);
        if (role === undefined || role === 'paragraph' || !isExposed(element))
            continue;
        lines.push(`  ${role} "${nameOf(element)}"`);
    }
    return lines.length === 0 ? 'Nothing with a role is there.' : `There are:\n${lines.join('\n')}`;
}
const wanted = (role, name) => name === undefined ? role : `${role} ${typeof name === 'string' ? `"${name}"` : String(name)}`;
/** All elements with a role and name; at least one, or the test fails. */
export function getAllByRole(root, role, name) {
    const found = queryAllByRole(root, role, name);
    if (found.length === 0)
        throw new Error(`No ${wanted(role, name)}. ${inventory(root)}`);
    return found;
}
/** The one element with a role and name, or null. More than one fails the test. */
export function queryByRole(root, role, name) {
    const [first, second] = queryAllByRole(root, role, name);
    if (second !== undefined) {
        throw new Error(`More than one ${wanted(role, name)}. ${inventory(root)}`);
    }
    return first ?? null;
}
/** The one element with a role and name. None, or more than one, fails the test. */
export function getByRole(root, role, name) {
    const found = queryByRole(root, role, name);
    if (found === null)
        throw new Error(`No ${wanted(role, name)}. ${inventory(root)}`);
    return found;
}
/** The innermost elements whose shown text matches. May be none. */
export function queryAllByText(root, text) {
    const found = [];
    for (const element of elementsOf(root)) {
        if (!isExposed(element) || !matches(textOf(element), text))
            continue;
        const isInChild = shownChildren(element).some((child) => child instanceof Element && isExposed(child) && matches(textOf(child), text));
        if (!isInChild)
            found.push(element);
    }
    return found;
}
/** The one innermost element whose shown text matches, or null. */
export function queryByText(root, text) {
    const [first, second] = queryAllByText(root, text);
    if (second !== undefined)
        throw new Error(`More than one element says ${String(text)}.`);
    return first ?? null;
}
/** The one innermost element whose shown text matches. */
export function getByText(root, text) {
    const found = queryByText(root, text);
    if (found !== null)
        return found;
    const shown = root instanceof Document ? textOf(root.body) : textOf(root);
    throw new Error(`Nothing says ${String(text)}. What is said: ${shown.slice(0, 2000)}`);
}
