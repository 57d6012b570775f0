// Asks Lighthouse about pages, and prints what it found: a line of JSON for each run.
//
//     node lighthouse.mjs '{"chromium": PROGRAM, "flags": [...], "pages": [[URL, FORM, ENOUGH], ...]}'
//
// A page is measured until two of its runs agree whether it is fast enough, thrice at most: so says
// the median of three. What does not depend on time is asked once. A run of which Lighthouse says that
// it could not measure all of it has no score; such a one is made again, and a fourth is an error.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const { chromium, flags, pages } = JSON.parse(process.argv[2]);
const browser = await launch({ chromePath: chromium, chromeFlags: flags });
try {
  for (const [url, form, enough] of pages) {
    const fast = [];
    let failures = 0;
    while (fast.length < 3 && !(fast.length === 2 && fast[0] === fast[1])) {
      const { lhr } = await lighthouse(
        url,
        {
          port: browser.port,
          logLevel: 'silent',
          onlyCategories: fast.length ? ['performance'] : undefined,
        },
        form === 'desktop' ? desktopConfig : undefined,
      );
      if (lhr.categories.performance.score === null) {
        failures += 1;
        if (failures > 3) throw new Error(`${url} cannot be measured: ${lhr.runtimeError?.message ?? 'no score'}`);
        continue;
      }
      const scores = Object.fromEntries(
        Object.entries(lhr.categories).map(([name, one]) => [name, Math.round(one.score * 100)]),
      );
      fast.push(scores.performance >= enough);
      const short = Object.values(lhr.categories).flatMap((one) =>
        one.auditRefs
          .filter(({ id, weight }) => weight && lhr.audits[id].score < 1)
          .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`),
      );
      console.log(JSON.stringify({ url, form, scores, short }));
    }
  }
} finally {
  browser.kill();
}
