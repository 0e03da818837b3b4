/// What people see and do in a browser: Debian's Chromium, driven by Playwright, on the whole
/// product. [MainLineBrowserIT] is the life of a referral, page by page. Elements are found by the
/// role and the name that assistive technology gets, every page is held against the rules of WCAG
/// ([Window#look]), and its picture is kept in `tests/target/screenshots`.
@NullMarked
package io.referralflow.tests.browser;

import org.jspecify.annotations.NullMarked;
