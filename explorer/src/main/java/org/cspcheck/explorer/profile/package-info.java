/**
 * Where the time of a check goes: {@link org.cspcheck.explorer.profile.Stages} are handed down with the budget of a check, and whoever
 * does some of the work opens the stage that it is.
 */
package org.cspcheck.explorer.profile;
