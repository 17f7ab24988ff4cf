// SPDX-License-Identifier: GPL-3.0-or-later
#include "input_maker.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Short stacks of allocations: most of a run would otherwise go into remembering them.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options()
{
    return "malloc_context_size=3:quarantine_size_mb=16";
}

namespace {

struct Arguments {
    std::uint64_t runs = 1'000'000;
    std::uint64_t seed = 1;
    std::uint64_t seconds = 0; ///< stop after this many; 0: no limit
    std::vector<std::string> files;
};

bool readNumber(const char* text, std::uint64_t& number)
{
    const char* end = text + std::strlen(text);
    const auto [stop, failure] = std::from_chars(text, end, number);
    return failure == std::errc{} && stop == end;
}

bool readArguments(int argc, char** argv, Arguments& arguments)
{
    bool isLong = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        std::uint64_t* number = argument == "--runs" ? &arguments.runs
            : argument == "--seed"                   ? &arguments.seed
            : argument == "--seconds"                ? &arguments.seconds
                                                     : nullptr;
        if (number) {
            if (++i == argc || !readNumber(argv[i], *number))
                return false;
        } else if (argument == "--long") {
            isLong = true;
        } else if (argument.starts_with("--")) {
            return false;
        } else {
            arguments.files.emplace_back(argument);
        }
    }
    if (isLong) {
        arguments.runs *= 10;
        arguments.seconds = 0;
    }
    return !arguments.files.empty();
}

/// .jsonl: a sample a line; anything else is one sample.
std::vector<std::string> readSamples(const std::vector<std::string>& files)
{
    std::vector<std::string> samples;
    for (const std::string& name : files) {
        std::ifstream file(name, std::ios::binary);
        if (name.ends_with(".jsonl")) {
            for (std::string line; std::getline(file, line);)
                samples.push_back(line);
        } else {
            samples.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
        if (samples.empty() || samples.back().empty())
            std::fprintf(stderr, "nothing in %s\n", name.c_str());
    }
    std::erase(samples, std::string());
    return samples;
}

void run(const std::string& input)
{
    // A copy of the exact size, so that the sanitizer sees any read beyond the end.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int argc, char** argv)
{
    Arguments arguments;
    if (!readArguments(argc, argv, arguments)) {
        std::fprintf(stderr, "Usage: %s [--runs N] [--seed N] [--seconds N] [--long] SAMPLES...\n", argv[0]);
        return 2;
    }
    const std::vector<std::string> samples = readSamples(arguments.files);
    if (samples.empty())
        return 2;
    for (const std::string& sample : samples)
        run(sample);
    spreadline::fuzz::InputMaker maker(samples, arguments.seed);
    const auto begin = std::chrono::steady_clock::now();
    const auto elapsed = [begin] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); };
    std::uint64_t done = 0;
    for (; done < arguments.runs; ++done) {
        run(maker.next());
        if (arguments.seconds > 0 && done % 4'096 == 0 && elapsed() > static_cast<double>(arguments.seconds))
            break;
    }
    std::printf("{\"runs\":%llu,\"asked\":%llu,\"seed\":%llu,\"seconds\":%.1f}\n", static_cast<unsigned long long>(done),
                static_cast<unsigned long long>(arguments.runs), static_cast<unsigned long long>(arguments.seed), elapsed());
    if (done == arguments.runs)
        return 0;
    std::fprintf(stderr, "stopped after %llu s with fewer inputs than asked for\n",
                 static_cast<unsigned long long>(arguments.seconds));
    return 1;
}
