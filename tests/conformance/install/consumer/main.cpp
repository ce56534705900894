// A program of another project: reads one sentence with the installed library and counts what it found.
#include <cstdio>
#include <string>

#include "extract/extractor.hpp"
#include "pipeline/resources.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string data = argv[1];
  chancery::Diagnostics diagnostics;
  auto resources = chancery::Resources::load({data + "/mappings", data + "/ontology"}, diagnostics);
  if (!resources || diagnostics.has_errors()) return 1;
  chancery::Extractor extractor((*resources)->model());
  chancery::Article article;
  article.body = "The Norwegian prime minister received Mara Lindqvist in Oslo on Friday.";
  const chancery::Extraction extraction = extractor.extract(article);
  std::printf("%zu entities, %zu frames\n", extraction.entities.size(), extraction.frames.size());
  return extraction.entities.empty() ? 1 : 0;
}
