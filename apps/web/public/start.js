// After the first paint: the app, whose address stands with the files that were asked for early. What stands in the page
// is on the screen before the app's scripts run; a page behind another has no frames to wait for.
const app = document.querySelector('link[data-app]')
const start = () => void import(app.href)
if (app && document.hidden) start()
else if (app) requestAnimationFrame(() => setTimeout(start))
