// Asks Lighthouse about pages, and prints what it found: a line of JSON for each run.
//
//     node lighthouse.mjs '{"chromium": PROGRAM, "flags": [...], "enough": 97, "pages": [[URL, FORM], ...]}'
//
// A page is measured until two of its runs agree whether it is fast enough, thrice at most: so says
// the median of three. What does not depend on time is asked once.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const { chromium, flags, enough, pages } = JSON.parse(process.argv[2]);
const browser = await launch({ chromePath: chromium, chromeFlags: flags });
try {
  for (const [url, form] of pages) {
    const fast = [];
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
      const scores = Object.fromEntries(
        Object.entries(lhr.categories).map(([name, one]) => [name, Math.round(one.score * 100)]),
      );
      fast.push(scores.performance >= enough);
      const short = Object.values(lhr.categories).flatMap((one) =>
        one.auditRefs
          .filter(({ id, weight }) => weight && lhr.audits[id].score < 1)
          .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`),
      );
      console.log(JSON.stringify({ url, form, scores, short, error: lhr.runtimeError?.message }));
    }
  }
} finally {
  browser.kill();
}
