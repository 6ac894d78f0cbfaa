# Instrumental variables: AER::ivreg with sandwich's HC1 and CR1, lmtest's Wald tests; Anderson-Rubin ends by uniroot.
suppressMessages({
  library(AER)
  library(sandwich)
  library(lmtest)
  library(jsonlite)
})
set.seed(1949)
cases <- list()
add <- function(of, given, expected, within = 1e-9, near = 1e-300) {
  cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within, near = near)
}

draw <- function(n, instruments, covariates, clusters, strength, offset = 0, scale = 1, binary = FALSE) {
  group <- if (clusters > 0) rep_len(seq_len(clusters), n) else seq_len(n)
  shared <- if (clusters > 0) rnorm(clusters)[group] else 0
  z <- matrix(round(rnorm(n * instruments), 3), n)
  if (binary) z <- matrix(as.numeric(rep_len(c(0, 1), n)), n)
  x <- matrix(round(rnorm(n * covariates), 3), n)
  hidden <- rnorm(n) + shared
  d <- strength * rowSums(z) + 0.5 * hidden + rnorm(n) + rowSums(x) * 0.3
  if (binary) d <- as.numeric(d > 0.5)
  y <- 1.5 * d + hidden + rnorm(n) * (1 + 0.5 * abs(z[, 1])) + rowSums(x)
  list(y = (round(y, 3) + offset) * scale, d = if (binary) d else round(d, 3), z = z, x = x, group = group)
}

columns <- function(m) lapply(seq_len(ncol(m)), function(j) as.list(m[, j]))
given_of <- function(s, clustered, errors) {
  given <- list(outcome = s$y, treatment = s$d, instruments = columns(s$z), covariates = columns(s$x))
  if (clustered) given$clusters <- s$group
  list(rows = given, errors = errors)
}

plans <- list(
  list(n = 30, i = 1, x = 0, g = 0, s = 1), list(n = 60, i = 1, x = 1, g = 0, s = 0.8), list(n = 40, i = 2, x = 2, g = 0, s = 0.7),
  list(n = 48, i = 1, x = 1, g = 12, s = 0.9), list(n = 60, i = 2, x = 0, g = 20, s = 0.6), list(n = 12, i = 1, x = 0, g = 6, s = 1.5),
  list(n = 50, i = 1, x = 0, g = 0, s = 0.25), list(n = 40, i = 1, x = 0, g = 0, s = 1.2, binary = TRUE), list(n = 40, i = 3, x = 1, g = 0, s = 0.5)
)
for (plan in plans) {
  for (repeat_ in 1:4) {
    scale <- c(1, 1, 1e-4, 1)[repeat_]
    s <- draw(plan$n, plan$i, plan$x, plan$g, plan$s, 0, scale, isTRUE(plan$binary))
    frame <- data.frame(y = s$y, d = s$d)
    z <- s$z
    x <- s$x
    with_x <- plan$x > 0
    iv <- if (with_x) ivreg(y ~ d + x | z + x, data = frame) else ivreg(y ~ d | z, data = frame)
    for (kind in c("classical", "robust")) {
      clustered <- plan$g > 0
      by_cluster <- clustered && kind == "robust"
      covariance <- function(fit) {
        if (kind == "classical") vcov(fit)
        else if (clustered) vcovCL(fit, cluster = s$group, type = "HC1", cadjust = TRUE)
        else vcovHC(fit, type = "HC1")
      }
      left <- if (by_cluster) plan$g - 1 else df.residual(iv)
      est <- unname(coef(iv)["d"])
      se <- unname(sqrt(covariance(iv)["d", "d"]))
      reach <- qt(0.975, left) * se
      full <- if (with_x) lm(d ~ x + z, data = frame) else lm(d ~ z, data = frame)
      restricted <- if (with_x) lm(d ~ x, data = frame) else lm(d ~ 1, data = frame)
      f <- waldtest(restricted, full, vcov = covariance, test = "F")$F[2]
      second <- if (by_cluster) plan$g - 1 else df.residual(full)
      stage <- list(statistic = f, degreesOfFreedom = c(plan$i, second), pValue = pf(f, plan$i, second, lower.tail = FALSE), isWeak = f < 10)
      given <- given_of(s, clustered, kind)
      add("twoStageLeastSquares", given, list(
        estimate = est, standardError = se, degreesOfFreedom = left, low = est - reach, high = est + reach,
        pValue = 2 * pt(-abs(est / se), left), firstStage = stage
      ))
      if (kind == "robust" && plan$i > 1) next
      # F of the instruments on what is left when an effect is taken off.
      statistic <- function(effect) {
        frame$r <- frame$y - effect * frame$d
        full <- if (with_x) lm(r ~ x + z, data = frame) else lm(r ~ z, data = frame)
        b <- coef(full)
        pick <- grepl("^z", names(b))
        v <- covariance(full)[pick, pick, drop = FALSE]
        sum(b[pick] * solve(v, b[pick])) / plan$i
      }
      limit <- qf(0.95, plan$i, second)
      expected <- list(pValue = pf(statistic(0), plan$i, second, lower.tail = FALSE))
      far <- 1e5 * scale
      inside <- statistic(est) < limit
      if (inside && statistic(far) > limit && statistic(-far) > limit) {
        root <- function(a, b) uniroot(function(e) statistic(e) - limit, sort(c(a, b)), tol = 1e-13 * scale)$root
        expected$low <- root(-far, est)
        expected$high <- root(est, far)
        expected$reason <- NA
      }
      add("andersonRubin", given, expected, within = 1e-6, near = 1e-9 * scale)
      if (isTRUE(plan$binary) && kind == "robust") {
        on <- z[, 1] == 1
        add("compliersEffect",
          list(
            treated = lapply(which(on), function(i) list(outcome = s$y[i], took = s$d[i])),
            comparison = lapply(which(!on), function(i) list(outcome = s$y[i], took = s$d[i]))
          ),
          list(
            estimate = est, standardError = se, intentionToTreat = mean(s$y[on]) - mean(s$y[!on]),
            takenTreated = mean(s$d[on]), takenComparison = mean(s$d[!on])
          ))
      }
    }
  }
}
made <- list(R = paste(R.version$major, R.version$minor, sep = "."), AER = as.character(packageVersion("AER")), sandwich = as.character(packageVersion("sandwich")))
cat(toJSON(list(madeBy = made, cases = cases), auto_unbox = TRUE, digits = NA, na = "null"))
