# Group-time effects given covariates: lm and glm for the estimates, stacked estimating equations with a numeric
# derivative for the errors (no influence function written down).
suppressMessages({library(jsonlite); library(numDeriv)})
set.seed(20212)
cases <- list()

cell <- function(d, x, isTreated, how) {
  x <- cbind(1, x)
  k <- ncol(x)
  n <- length(d)
  beta <- unname(coef(lm(d[!isTreated] ~ x[!isTreated, , drop = FALSE] - 1)))
  if (how == "inverse-probability") beta <- rep(0, k)
  gamma <- if (how == "outcome-regression") NULL else
    unname(coef(glm(isTreated ~ x - 1, family = binomial, control = glm.control(epsilon = 1e-15, maxit = 100))))
  r <- drop(d - x %*% beta)
  own <- mean(r[isTreated])
  other <- if (is.null(gamma)) NULL else weighted.mean(r[!isTreated], exp(drop(x %*% gamma))[!isTreated])
  parts <- list(beta = if (how == "inverse-probability") NULL else beta, gamma = gamma, own = own, other = other)
  psi <- function(theta) {
    at <- relist(theta, parts)
    res <- drop(d - (if (is.null(at$beta)) 0 else x %*% at$beta))
    out <- NULL
    if (!is.null(at$beta)) out <- cbind(out, (!isTreated) * res * x)
    if (!is.null(at$gamma)) out <- cbind(out, (isTreated - plogis(drop(x %*% at$gamma))) * x)
    out <- cbind(out, isTreated * (res - at$own))
    if (!is.null(at$other)) out <- cbind(out, (!isTreated) * exp(drop(x %*% at$gamma)) * (res - at$other))
    out
  }
  parts <- Filter(Negate(is.null), parts)
  theta <- unlist(as.relistable(parts))
  bread <- solve(jacobian(function(t) colSums(psi(t)), theta))
  variance <- bread %*% crossprod(psi(theta)) %*% t(bread)
  pick <- as.numeric(grepl("^own", names(theta))) - as.numeric(grepl("^other", names(theta)))
  list(estimate = sum(pick * theta), standardError = sqrt(drop(t(pick) %*% variance %*% pick)))
}

table <- function(y, since, x, comparison, base, how) {
  rows <- list()
  for (g in sort(unique(since[is.finite(since)]))) for (t in 0:(ncol(y) - 1)) {
    b <- if (t >= g || base == "universal") g - 1 else t - 1
    if (b < 0 || b == t) next
    pool <- !is.finite(since) | (comparison == "not-yet-treated" & since > max(t, b) & since != g)
    use <- pool | since == g
    if (!any(pool)) next
    d <- y[use, t + 1] - y[use, b + 1]
    at <- list(group = g, period = t, base = b, groupUnits = sum(since == g), comparisonUnits = sum(pool))
    rows[[length(rows) + 1]] <- c(at, cell(d, x[use, , drop = FALSE], since[use] == g, how))
  }
  rows
}

methods <- c("doubly-robust", "outcome-regression", "inverse-probability")
add <- function(given, expected) cases[[length(cases) + 1]] <<-
  list(of = "groupTimeEffects", given = given, expected = list(effects = expected), within = 1e-8, near = 1e-11)

for (round in 1:10) {
  n <- c(40, 60, 90, 30)[1 + round %% 4]
  k <- 1 + round %% 3
  periods <- 4 + round %% 2
  x <- round(matrix(rnorm(n * k), n) * rep(c(1, 100, 0.01)[1:k], each = n) + rep(c(0, 5000, 1)[1:k], each = n), 4)
  z <- scale(x)
  starts <- if (round %% 5 == 0) c(2, 3) else c(1, 3)
  lean <- 0.6 * z[, 1]
  since <- sapply(lean, function(l) sample(c(starts, Inf), 1, prob = c(exp(l), exp(l / 2), 2)))
  y <- round(matrix(rnorm(n * periods), n) + rnorm(n) * 2 + (0.5 * z[, 1] + 0.2 * rowSums(z)) %o% seq_len(periods) +
    outer(since, 0:(periods - 1), function(s, t) ifelse(t >= s, 1 + t, 0)), 4)
  units <- lapply(seq_len(n), function(i) list(name = paste0("u", i), since = if (is.finite(since[i])) since[i] else NULL,
    values = I(y[i, ]), covariates = I(x[i, ])))
  for (i in seq_len(n)) if (!is.finite(since[i])) units[[i]]["since"] <- list(NULL)
  comparison <- c("never-treated", "not-yet-treated")[1 + round %% 2]
  base <- c("varying", "universal")[1 + (round %/% 2) %% 2]
  expected <- list()
  for (how in methods)
    expected[[how]] <- table(y, since, x, comparison, base, how)
  for (how in methods) add(list(units = units, options = list(comparison = comparison, basePeriod = base, adjust = how,
    errors = "large-sample")), expected[[how]])
}

wage <- read.csv("../mpdta-minimum-wage/mpdta.csv")
first <- wage[wage$year == 2003, ]
y <- sapply(2003:2007, function(t) { w <- wage[wage$year == t, ]; w$lemp[match(first$countyreal, w$countyreal)] })
since <- ifelse(first$first.treat == 0, Inf, first$first.treat - 2003)
for (how in methods) for (comparison in c("never-treated", "not-yet-treated"))
  add(list(data = "mpdta", options = list(comparison = comparison, adjust = how, errors = "large-sample")),
    table(y, since, as.matrix(first$lpop), comparison, "varying", how))

cat(toJSON(list(madeBy = list(R = paste(R.version$major, R.version$minor, sep = "."),
  numDeriv = as.character(packageVersion("numDeriv"))), cases = cases), auto_unbox = TRUE, digits = NA, null = "null"))
