# Series before and after a change, by R: autoregression by restricted maximum likelihood (nlme), robust errors (sandwich).
suppressMessages({library(nlme); library(sandwich); library(lmtest); library(jsonlite)})
set.seed(20240903)
cases <- list()
add <- function(of, given, expected, within) cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within)
for (k in 1:40) {
  n <- sample(20:60, 1)
  start <- sample(9:(n - 9), 1)
  time <- 0:(n - 1)
  after <- as.numeric(time >= start)
  y <- round(20 + 0.1 * time + rnorm(1) * after + as.numeric(arima.sim(list(ar = sample(c(0.1, 0.3, 0.6, -0.3), 1)), n)), 4)
  frame <- data.frame(y, trend = time - start, level = after, slope = after * (time - start), time)
  term <- function(b, v) lapply(c(trend = "trend", level = "level", slope = "slope"), function(name)
    list(estimate = unname(b[name]), standardError = sqrt(v[name, name])))
  if (k <= 20) {
    left <- if (k %% 2 == 0) c(4, 5) else integer(0)
    used <- if (length(left)) frame[-left, ] else frame
    fit <- gls(y ~ trend + level + slope, data = used, correlation = corAR1(form = ~time), method = "REML",
               control = glsControl(tolerance = 1e-10, msTol = 1e-12))
    rho <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
    values <- as.list(y); values[left] <- list(NULL)
    expected <- c(list(autocorrelation = unname(rho)), term(coef(fit), vcov(fit)))
    add("interruptedTimeSeries", list(values = values, start = start, options = list(model = "reml", leastPeriods = 2)), expected, 2e-4)
  } else {
    lag <- sample(0:4, 1)
    if (k %% 2 == 0) {
      fit <- lm(y ~ trend + level + slope, frame)
      model <- "newey-west"
    } else {
      frame$y <- rpois(n, 10 * exp(0.01 * time))
      fit <- glm(y ~ trend + level + slope, poisson, frame, control = list(epsilon = 1e-15, maxit = 200))
      model <- "poisson"
    }
    v <- NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE)
    expected <- term(coef(fit), v)
    if (model == "newey-west") expected$checks <- list(durbinWatson = unname(dwtest(fit)$statistic))
    add("interruptedTimeSeries", list(values = as.list(frame$y), start = start, options = list(model = model, lag = lag, leastPeriods = 2)), expected, 1e-8)
  }
}
cat(toJSON(list(madeBy = list(R = paste(R.version$major, R.version$minor, sep = "."), nlme = as.character(packageVersion("nlme")),
  sandwich = as.character(packageVersion("sandwich"))), cases = cases), auto_unbox = TRUE, digits = NA, null = "null"))
